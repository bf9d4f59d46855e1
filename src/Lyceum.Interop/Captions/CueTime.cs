using System.Globalization;
using System.Text.RegularExpressions;

namespace Lyceum.Interop.Captions;

/// <summary>A cue's line of times (WebVTT §4.2): 00:01.500 --> 00:04.000, with settings that are passed over.</summary>
internal static partial class CueTime
{
    public static (TimeSpan Starts, TimeSpan Ends)? Parse(string line)
    {
        if (Line().Match(line) is not { Success: true } match) return null;
        var (starts, ends) = (Of(match, "a"), Of(match, "b"));
        return starts is not null && ends is not null ? (starts.Value, ends.Value) : null;
    }

    private static TimeSpan? Of(Match match, string which)
    {
        int Number(string part) => int.Parse("0" + match.Groups[which + part].Value, CultureInfo.InvariantCulture);
        return Number("m") > 59 || Number("s") > 59 ? null : new TimeSpan(0, Number("h"), Number("m"), Number("s"), Number("f"));
    }

    [GeneratedRegex(@"^\s*(?:(?<ah>[0-9]{2,5}):)?(?<am>[0-9]{2}):(?<as>[0-9]{2})\.(?<af>[0-9]{3})\s*-->\s*(?:(?<bh>[0-9]{2,5}):)?(?<bm>[0-9]{2}):(?<bs>[0-9]{2})\.(?<bf>[0-9]{3})(\s|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
