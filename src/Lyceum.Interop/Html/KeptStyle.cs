using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Lyceum.Interop.Html;

/// <summary>
/// What stays of a style attribute: the few declarations that carry meaning, each value matched whole against keywords or a measure.
/// Colors, fonts, sizes and positions go: they fight dark mode, contrast and narrow screens.
/// </summary>
internal static partial class KeptStyle
{
    private static readonly FrozenDictionary<string, Regex> Declarations = new Dictionary<string, Regex>
    {
        ["text-align"] = Alignment(),
        ["text-decoration"] = Decoration(),
        ["font-weight"] = Weight(),
        ["font-style"] = Slant(),
        ["list-style-type"] = Marker(),
        ["vertical-align"] = Vertical(),
        ["direction"] = Direction(),
    }.ToFrozenDictionary();

    public static string? Of(string? style)
    {
        if (style is null or { Length: > 4000 })
            return null;
        var kept = style.Split(';')
            .Select(d => d.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(d => d.Length == 2)
            .Select(d => (Name: d[0].ToLowerInvariant(), Value: d[1].ToLowerInvariant()))
            .Where(d => Declarations.TryGetValue(d.Name, out var allowed) && allowed.IsMatch(d.Value))
            .Select(d => $"{d.Name}:{d.Value}");
        return string.Join(';', kept) is { Length: > 0 } declarations ? declarations : null;
    }

    [GeneratedRegex(@"\A(left|right|center|justify|start|end)\z")]
    private static partial Regex Alignment();

    [GeneratedRegex(@"\A(underline|line-through|none)\z")]
    private static partial Regex Decoration();

    [GeneratedRegex(@"\A(bold|normal|[1-9]00)\z")]
    private static partial Regex Weight();

    [GeneratedRegex(@"\A(italic|normal)\z")]
    private static partial Regex Slant();

    [GeneratedRegex(@"\A(disc|circle|square|none|decimal|(lower|upper)-(alpha|latin|roman|greek))\z")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\A(top|middle|bottom|baseline|sub|super)\z")]
    private static partial Regex Vertical();

    [GeneratedRegex(@"\A(ltr|rtl)\z")]
    private static partial Regex Direction();
}
