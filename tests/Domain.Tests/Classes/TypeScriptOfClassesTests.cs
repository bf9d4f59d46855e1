using System.Runtime.CompilerServices;

namespace Lyceum.Domain.Tests.Classes;

public class TypeScriptOfClassesTests
{
    [Fact]
    public void The_types_in_the_browser_are_those_of_the_server()
    {
        var path = Path.Combine(RepositoryRoot(), "src/Lyceum.Web/client/class/log/events.generated.ts");
        var expected = TypeScriptOfClasses.Write();
        var actual = File.Exists(path) ? File.ReadAllText(path) : "";
        if (actual == expected) return;
        File.WriteAllText(path, expected);
        Assert.Fail($"{path} was stale and has been written anew; commit it.");
    }

    private static string RepositoryRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
