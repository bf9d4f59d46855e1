using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Lyceum.Domain;

namespace Lyceum.Web.Features.Shared;

/// <summary>
/// The words of the school in the reader's language. The key is the English sentence; each feature's words.json holds its translations,
/// with the plural forms of CLDR where a number stands in it. A sentence without a translation is shown in English.
/// </summary>
public sealed class Words
{
    private readonly Dictionary<string, Dictionary<string, Dictionary<string, string>>> entries = [];
    private readonly List<string> contradictions = [];

    public Words() : this(typeof(Words).Assembly) { }

    internal Words(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".words.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            Read(JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }).RootElement, name);
        }
    }

    public IReadOnlyCollection<string> Keys => entries.Keys;

    /// <summary>Keys that two files translate differently; a test keeps it empty.</summary>
    internal IReadOnlyList<string> Contradictions => contradictions;

    public string this[string key] => Find(key, Language, "other");

    public string this[string key, params object[] arguments] => string.Format(CultureInfo.CurrentCulture, Find(key, Language, "other"), arguments);

    /// <summary>The form of the language for this number; {0} is the number, further arguments follow it.</summary>
    public string Count(string one, string other, int number, params object[] arguments)
    {
        var form = Find(other, Language, Plurals.FormOf(Language, number), one: number == 1 ? one : other);
        return string.Format(CultureInfo.CurrentCulture, form, [number, .. arguments]);
    }

    public string Of(Refusal refusal) => refusal.Arguments.Length == 0 ? this[refusal.Message] : this[refusal.Message, refusal.Arguments];

    /// <summary>Whether the key stands in a words.json, and with a translation in the language.</summary>
    public bool Has(string key, string language) => entries.TryGetValue(key, out var entry) && (language == "en" || entry.ContainsKey(language));

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private string Find(string key, string language, string form, string? one = null)
    {
        if (!entries.TryGetValue(key, out var entry) || !entry.TryGetValue(language, out var forms)) return one ?? key;
        return forms.TryGetValue(form, out var text) ? text : forms.GetValueOrDefault("other", one ?? key);
    }

    private void Read(JsonElement root, string source)
    {
        foreach (var word in root.EnumerateObject())
        {
            var languages = new Dictionary<string, Dictionary<string, string>>();
            foreach (var language in word.Value.EnumerateObject())
                languages[language.Name] = language.Value.ValueKind == JsonValueKind.String
                    ? new() { ["other"] = language.Value.GetString()! }
                    : language.Value.EnumerateObject().ToDictionary(form => form.Name, form => form.Value.GetString()!);
            if (entries.TryGetValue(word.Name, out var earlier) && earlier.Count > 0 && languages.Count > 0 && !Same(earlier, languages))
                contradictions.Add($"\"{word.Name}\" is translated twice and differently, the second time in {source}.");
            else if (languages.Count > 0 || earlier is null) entries[word.Name] = languages;
        }
    }

    private static bool Same(Dictionary<string, Dictionary<string, string>> left, Dictionary<string, Dictionary<string, string>> right) =>
        JsonSerializer.Serialize(left.OrderBy(pair => pair.Key)) == JsonSerializer.Serialize(right.OrderBy(pair => pair.Key));
}
