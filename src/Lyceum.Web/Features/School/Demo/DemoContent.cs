using System.Reflection;
using System.Text.RegularExpressions;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>
/// One page of the demo as its author wrote it: a head of "name: value" lines between two lines of ---, then the text.
/// <paramref name="Path"/> is course/module/order-name.kind.md; the ending before .md says the kind of activity.
/// </summary>
public sealed record DemoPage(string Path, IReadOnlyDictionary<string, string> Head, string Body)
{
    public string this[string name] => Head.TryGetValue(name, out var value) ? value : throw new InvalidDataException($"{Path} does not say its {name}.");
    public string? Find(string name) => Head.GetValueOrDefault(name);

    /// <summary>reading, lecture, class, assignment, quiz, discussion.</summary>
    public string Kind => Path.Split('.')[^2];

    /// <summary>How other pages link to it: activity:NAME.</summary>
    public string LinkName => Path.Split('/')[^1].Split('.')[0];

    /// <summary>The number at the beginning of the module's folder.</summary>
    public int Module => int.Parse(Path.Split('/')[1].Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What is embedded under Content, by its path with forward slashes.</summary>
public static partial class DemoContent
{
    private const string Root = "demo/";
    private static readonly Assembly Home = typeof(DemoContent).Assembly;

    /// <summary>The embedded names, which have the separator of the system that built them.</summary>
    private static readonly Dictionary<string, string> Names = Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
        .ToDictionary(name => name[Root.Length..].Replace('\\', '/'));

    public static IEnumerable<string> Paths => Names.Keys.Order(StringComparer.Ordinal);

    public static DemoPage Course(string course) => Read($"{course}/course.md");

    /// <summary>The activities of a course in their order; a name without a number in front is in reserve.</summary>
    public static IEnumerable<DemoPage> Activities(string course) =>
        Paths.Where(path => path.StartsWith(course + "/", StringComparison.Ordinal) && ActivityPath().IsMatch(path)).Select(Read);

    public static IEnumerable<string> FilesOf(string course) =>
        Paths.Where(path => path.StartsWith($"{course}/figures/", StringComparison.Ordinal) || path.StartsWith($"{course}/files/", StringComparison.Ordinal));

    public static Stream Open(string path) => Home.GetManifestResourceStream(Names[path])!;

    public static string Text(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    public static DemoPage Read(string path)
    {
        var text = Text(path);
        if (!text.StartsWith("---\n", StringComparison.Ordinal)) throw new InvalidDataException($"{path} has no head.");
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        var head = text[4..end].Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new DemoPage(path, head, text[(end + 5)..].Trim());
    }

    [GeneratedRegex(@"^[a-z]+/\d+-[^/]+/\d+-[^/]+\.[a-z]+\.md$")]
    private static partial Regex ActivityPath();
}
