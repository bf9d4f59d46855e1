using System.Text.RegularExpressions;

namespace Lyceum.Web.Features.Search;

/// <summary>A line of a text around what was looked for; the words themselves stand apart so that a page can mark them.</summary>
public sealed partial record Excerpt(string Before, string Hit, string After)
{
    private const int Around = 70;

    /// <summary>Null when the words stand only in what a reader does not see, as in an address.</summary>
    public static Excerpt? Of(string text, string words)
    {
        var plain = Blanks().Replace(Marks().Replace(Links().Replace(Tags().Replace(text, " "), "$1"), ""), " ");
        var at = plain.IndexOf(words, StringComparison.CurrentCultureIgnoreCase);
        if (at < 0) return null;
        var from = Math.Max(0, at - Around);
        var until = Math.Min(plain.Length, at + words.Length + Around);
        return new Excerpt((from > 0 ? "…" : "") + plain[from..at], plain[at..(at + words.Length)], plain[(at + words.Length)..until] + (until < plain.Length ? "…" : ""));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"!?\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"[#*`_>$]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
