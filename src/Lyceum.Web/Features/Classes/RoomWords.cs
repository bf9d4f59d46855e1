using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lyceum.Web.Features.Classes;

/// <summary>The words of the class room's script (every *-words.json), as the JSON block that the page gives to it.</summary>
public sealed class RoomWords
{
    private static readonly Assembly Resources = typeof(RoomWords).Assembly;
    private readonly KeyValuePair<string, JsonNode?>[] entries =
        [.. Resources.GetManifestResourceNames().Where(name => name.StartsWith("script.", StringComparison.Ordinal)).SelectMany(Read)];

    private static JsonObject Read(string name)
    {
        using var stream = Resources.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    /// <summary>Each English key with its string, or its plural forms, in the reader's language; what has none is left out.</summary>
    public string Block()
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var said = new JsonObject();
        foreach (var (key, languages) in entries)
            if (languages?[language] is { } word) said[key] = word.DeepClone();
        // The default encoder leaves no < in the block, so nothing can close the script element.
        return said.ToJsonString(new JsonSerializerOptions());
    }
}
