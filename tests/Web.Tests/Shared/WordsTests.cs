using System.Text.RegularExpressions;
using Lyceum.Web.Features.Shared;

namespace Lyceum.Web.Tests.Shared;

public sealed partial class WordsTests
{
    private readonly Words words = new();

    [Fact]
    public void No_two_files_translate_a_sentence_differently() => Assert.Empty(words.Contradictions);

    [Fact]
    public void Every_sentence_that_a_page_says_stands_in_a_words_file()
    {
        var said = from file in Sources()
                   from Match match in Said().Matches(File.ReadAllText(file))
                   select (Key: Regex.Unescape(match.Groups["key"].Value), File: Path.GetFileName(file));
        Assert.Empty(said.Where(one => !words.Has(one.Key, "en")).Select(one => $"{one.File}: {one.Key}").Distinct());
    }

    [Fact]
    public void What_is_said_in_Spanish_is_said_in_Arabic_too() =>
        Assert.DoesNotContain(words.Keys, key => words.Has(key, "es") != words.Has(key, "ar"));

    private static IEnumerable<string> Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Lyceum.slnx"))) folder = folder.Parent;
        return new[] { "*.cshtml", "*.cs" }.SelectMany(kind =>
            Directory.EnumerateFiles(Path.Combine(folder.FullName, "src", "Lyceum.Web", "Features"), kind, SearchOption.AllDirectories));
    }

    /// <summary>T["…"], words["…"] and the second sentence of Count("one", "other", n), which is the key of both.</summary>
    [GeneratedRegex("""(?:\b(?:T|[Ww]ords)\[|\.Count\("(?:[^"\\]|\\.)*", )"(?<key>(?:[^"\\]|\\.)*)"[\],)]""")]
    private static partial Regex Said();
}
