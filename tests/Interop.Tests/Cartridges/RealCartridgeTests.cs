using Lyceum.Interop.Archives;
using Lyceum.Interop.Cartridges;

namespace Lyceum.Interop.Tests.Cartridges;

public sealed class RealCartridgeTests(ITestOutputHelper output) : IDisposable
{
    private readonly string within = Directory.CreateTempSubdirectory("lyceum-cartridge-").FullName;

    public static TheoryData<string> Names => [.. Corpora.Names("cartridges", "*.imscc")];

    public static TheoryData<string> Packages => [.. Corpora.Names("questions", "qti/*.zip")];

    public void Dispose() => Directory.Delete(within, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_real_cartridge_is_read_and_says_what_it_left(string name)
    {
        using var archive = await Open(name);
        var cartridge = ReadCartridge.From(archive).Value;
        output.WriteLine($"{cartridge.Title} ({cartridge.Version}), {cartridge.Files.Count} files");
        foreach (var module in cartridge.Modules)
        {
            output.WriteLine($"  [{module.Title ?? "unplaced"}]");
            foreach (var item in module.Items)
                output.WriteLine($"    {item.GetType().Name} {item.Title} {(item.IsPublished ? "" : "(unpublished)")}");
        }
        foreach (var left in cartridge.Left)
            output.WriteLine($"  - {left.Subject}: {string.Format(null, left.Message, left.Arguments)}");
        Assert.NotEmpty(cartridge.Modules);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task A_package_of_questions_gives_a_quiz_or_says_why_not(string name)
    {
        using var archive = await Open(name, "questions");
        var cartridge = ReadCartridge.From(archive).Value;
        foreach (var quiz in cartridge.Modules.SelectMany(m => m.Items).OfType<CartridgeQuiz>())
            output.WriteLine($"{quiz.Title}: {QuizQuestions.Of(quiz, archive, static _ => null).Questions.Count} questions");
        foreach (var left in cartridge.Left)
            output.WriteLine($"  - {left.Subject}: {string.Format(null, left.Message, left.Arguments)}");
        Assert.True(cartridge.Modules.SelectMany(m => m.Items).OfType<CartridgeQuiz>().Any() || cartridge.Left.Count > 0);
    }

    private async Task<UnpackedArchive> Open(string name, string folder = "cartridges")
    {
        await using var file = File.OpenRead(Path.Combine(Corpora.Folder(folder), name));
        return (await UnpackArchive.From(file, within, ArchiveLimits.Default)).Value;
    }
}
