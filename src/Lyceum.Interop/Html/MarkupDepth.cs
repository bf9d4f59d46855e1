using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Lyceum.Interop.Html;

/// <summary>
/// Whether markup leaves so many elements open that parsing it would take a time quadratic in its length.
/// Counts tags before any tree is built; elements that close themselves or each other do not count.
/// </summary>
internal static partial class MarkupDepth
{
    private const int MostOpen = 500;
    private const int Longest = 8 << 20;

    private static readonly FrozenSet<string> NeverDeep = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "html", "head", "body");

    public static bool IsTooDeep(string html)
    {
        if (html.Length > Longest)
            return true;
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var total = 0;
        foreach (Match tag in Tag().Matches(html))
        {
            var name = tag.Groups["name"].Value;
            if (NeverDeep.Contains(name))
                continue;
            var opened = open.GetValueOrDefault(name);
            var change = tag.Groups["end"].Length == 0 ? 1 : opened > 0 ? -1 : 0;
            open[name] = opened + change;
            if ((total += change) > MostOpen)
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"<(?<end>/?)(?<name>[A-Za-z][^\s/>]*)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
