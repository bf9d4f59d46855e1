using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Lyceum.Interop.Html;

/// <summary>
/// Foreign markup made safe to stand in a page of ours (docs/decisions/0020): it is parsed as a browser would (WHATWG HTML 13.2),
/// and a new document is written from what is allowed. Nothing is copied through, so no trick of parsing can carry anything along.
/// </summary>
public static partial class CleanHtml
{
    /// <param name="html">A fragment or a whole document; of the latter, the body.</param>
    public static CleanedHtml Of(string html, FindHere findHere)
    {
        var walk = new CleaningWalk(findHere);
        if (MarkupDepth.IsTooDeep(html))
            return walk.AsText(html);
        using var document = Parse(html);
        return walk.Of(document.Body);
    }

    /// <summary>For texts that refer to no file: comments, answers.</summary>
    public static CleanedHtml Of(string html) => Of(html, static _ => null);

    /// <summary>The text of a piece of markup on one line, for titles and plain-text fields.</summary>
    public static string TextOf(string html)
    {
        if (MarkupDepth.IsTooDeep(html))
            return html;
        using var document = Parse(html);
        foreach (var hidden in document.QuerySelectorAll("script, style, template"))
            hidden.Remove();
        return string.Join(' ', (document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>AngleSharp 1.10 throws on some malformed lists of options; renamed, they are elements like any other, and are removed all the same.</summary>
    internal static IHtmlDocument Parse(string html) =>
        new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(OptionList().Replace(html, "<${end}x-select"));

    [GeneratedRegex(@"<(?<end>/?)(select|optgroup|option)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OptionList();
}
