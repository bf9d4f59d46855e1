using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lyceum.Web.Features.Classes;

/// <summary>The words of the class room's script (room-words.json, media-words.json, check-words.json), as the JSON block that the page gives to it.</summary>
public sealed class RoomWords
{
    private static readonly string[] Files = ["room.translations", "room.media-translations", "room.check-translations"];
    private readonly KeyValuePair<string, JsonNode?>[] entries = [.. Files.SelectMany(Read)];

    private static JsonObject Read(string file)
    {
        using var stream = typeof(RoomWords).Assembly.GetManifestResourceStream(file)!;
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
