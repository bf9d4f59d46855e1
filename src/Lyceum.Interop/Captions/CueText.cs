using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Lyceum.Interop.Captions;

/// <summary>What a cue's payload (WebVTT §4.2.2) says, as plain text on one line: without its tags and times, with a speaker's name before what they say.</summary>
public static partial class CueText
{
    public static string Plain(string payload)
    {
        var voice = Voice().Match(payload) is { Success: true } named ? Flat(WebUtility.HtmlDecode(named.Groups["name"].Value)) : "";
        var said = Flat(WebUtility.HtmlDecode(Tag().Replace(payload, "")));
        return voice.Length > 0 && said.Length > 0 ? $"{voice}: {said}" : said;
    }

    private static string Flat(string text)
    {
        var flat = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (flat.Length > 0 && flat[^1] != ' ') flat.Append(' ');
            }
            else flat.Append(rune);
        }
        return flat.ToString().TrimEnd();
    }

    // Rubies and classes are kept as text; a < that never ends is the rest of the cue, as a browser takes it.
    [GeneratedRegex("<[^>]*(>|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*<v(\.[^\s>]*)?\s+(?<name>[^>]{1,80})>", RegexOptions.NonBacktracking)]
    private static partial Regex Voice();
}
