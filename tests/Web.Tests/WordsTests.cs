using System.Text.Json;
using System.Text.RegularExpressions;
using Lyceum.Web.Features.Shared;

namespace Lyceum.Web.Tests;

/// <summary>Every sentence on a page stands in a words.json; what a student sees is there in Spanish and Arabic too.</summary>
public partial class WordsTests
{
    private static readonly string Features = Path.Combine(Root(), "src", "Lyceum.Web", "Features");

    [Fact]
    public void Every_sentence_that_code_names_stands_in_the_words()
    {
        var words = new Words();
        var missing = Sources()
            .SelectMany(file => Literals(File.ReadAllText(file)).Select(key => (File: Path.GetRelativePath(Features, file), Key: key)))
            .Where(found => !words.Has(found.Key, "en"))
            .Select(found => $"{found.File}: {found.Key}").Distinct().Order(StringComparer.Ordinal);
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_translation_has_the_places_of_its_sentence_and_each_language_or_none()
    {
        var wrong = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Features, "words.json", SearchOption.AllDirectories))
        foreach (var word in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateObject())
        {
            var languages = word.Value.EnumerateObject().Select(language => language.Name).ToHashSet();
            if (languages.Contains("es") != languages.Contains("ar")) wrong.Add($"{word.Name}: in one of es and ar only");
            foreach (var language in word.Value.EnumerateObject().Where(language => language.Value.ValueKind == JsonValueKind.String))
                if (Places(language.Value.GetString()!) != Places(word.Name)) wrong.Add($"{word.Name} in {language.Name}: other places than the sentence");
        }
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Features, "*.cs*", SearchOption.AllDirectories).Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal));

    private static IEnumerable<string> Literals(string source) =>
        Indexed().Matches(source).Select(match => match.Groups[1].Value)
            .Concat(Counted().Matches(source).Select(match => match.Groups[1].Value))
            .Select(key => key.Replace("\\\"", "\""));

    private static string Places(string text) => string.Join(',', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Lyceum.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests run inside the repository.");
    }

    [GeneratedRegex("""(?<![A-Za-z])(?:T|words)\["((?:[^"\\]|\\.)*)"[\],]""")]
    private static partial Regex Indexed();

    [GeneratedRegex("""(?<![A-Za-z])(?:T|words)\.Count\("(?:[^"\\]|\\.)*", "((?:[^"\\]|\\.)*)" *,""")]
    private static partial Regex Counted();

    [GeneratedRegex("""\{\d+[^}]*\}""")]
    private static partial Regex Place();
}
