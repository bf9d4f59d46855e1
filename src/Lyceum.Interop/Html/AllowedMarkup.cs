using System.Collections.Frozen;

namespace Lyceum.Interop.Html;

/// <summary>What a foreign page may be made of. What stands nowhere here is unwrapped: its content stays, its tag goes.</summary>
internal static class AllowedMarkup
{
    private static readonly string[] Everywhere = ["title", "lang", "dir", "id"];

    /// <summary>Elements that stay, with the attributes that each keeps beside those that all keep.</summary>
    private static readonly FrozenDictionary<string, string[]> Elements = new Dictionary<string, string[]>
    {
        ["a"] = [], ["abbr"] = [], ["address"] = [], ["article"] = [], ["aside"] = [], ["b"] = [], ["bdi"] = [], ["bdo"] = [],
        ["blockquote"] = [], ["br"] = [], ["caption"] = [], ["cite"] = [], ["code"] = [], ["col"] = ["span"], ["colgroup"] = ["span"],
        ["dd"] = [], ["del"] = [], ["details"] = [], ["dfn"] = [], ["div"] = [], ["dl"] = [], ["dt"] = [], ["em"] = [],
        ["figcaption"] = [], ["figure"] = [], ["h2"] = [], ["h3"] = [], ["h4"] = [], ["h5"] = [], ["h6"] = [], ["hr"] = [], ["i"] = [],
        ["ins"] = [], ["kbd"] = [], ["li"] = ["value"], ["mark"] = [], ["ol"] = ["start"], ["p"] = [], ["pre"] = [], ["q"] = [],
        ["rp"] = [], ["rt"] = [], ["ruby"] = [], ["s"] = [], ["samp"] = [], ["section"] = [], ["small"] = [], ["span"] = [],
        ["strong"] = [], ["sub"] = [], ["summary"] = [], ["sup"] = [], ["table"] = [], ["tbody"] = [], ["td"] = ["colspan", "rowspan"],
        ["tfoot"] = [], ["th"] = ["colspan", "rowspan", "scope"], ["thead"] = [], ["time"] = ["datetime"], ["tr"] = [], ["u"] = [],
        ["ul"] = [], ["var"] = [], ["wbr"] = [],
    }.ToFrozenDictionary(e => e.Key, e => (string[])[.. Everywhere, .. e.Value]);

    /// <summary>Elements that go with all that is in them.</summary>
    private static readonly FrozenSet<string> Removed = FrozenSet.Create(
        "applet", "base", "canvas", "embed", "frame", "frameset", "head", "link", "meta", "noembed", "noframes", "noscript", "object",
        "param", "plaintext", "script", "slot", "style", "svg", "math", "template", "textarea", "title", "x-select", "xmp");

    private static readonly FrozenSet<string> Empty = FrozenSet.Create("br", "col", "hr", "img", "source", "track", "wbr");

    /// <summary>The page itself has the only first heading, its title.</summary>
    public static string NameHere(string name) => name switch { "h1" => "h2", "strike" => "s", "tt" => "code", "center" => "div", _ => name };

    public static bool Keeps(string name) => Elements.ContainsKey(name);

    public static bool Removes(string name) => Removed.Contains(name);

    public static bool IsEmpty(string name) => Empty.Contains(name);

    public static IEnumerable<string> AttributesOf(string name) => Elements.TryGetValue(name, out var kept) ? kept : Everywhere;

    /// <summary>The attribute's value as it is kept, or null.</summary>
    public static string? ValueOf(string attribute, string value) => attribute switch
    {
        "id" => PartName(value),
        "dir" => value.ToLowerInvariant() is "ltr" or "rtl" or "auto" ? value.ToLowerInvariant() : null,
        "lang" => value.Length <= 35 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? value : null,
        "scope" => value.ToLowerInvariant() is "row" or "col" or "rowgroup" or "colgroup" ? value.ToLowerInvariant() : null,
        "span" or "colspan" or "rowspan" => int.TryParse(value, out var n) && n is > 0 and <= 1000 ? value.Trim() : null,
        "start" or "value" => int.TryParse(value, out _) ? value.Trim() : null,
        "width" or "height" => int.TryParse(value, out var n) && n is > 0 and <= 10_000 ? value.Trim() : null,
        _ => value,
    };

    /// <summary>Prefixed, so that a foreign page cannot shadow an element or a global of ours by its name.</summary>
    public static string? PartName(string id) => id.Length is > 0 and <= 200 && !id.Any(char.IsWhiteSpace) ? "part-" + id : null;
}
