using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Lyceum.Interop.Html;

/// <summary>
/// What editors leave in pages for looks alone: empty paragraphs for space, wrappers around everything, hints beside links for
/// a reader that ours replaces. None of it is content, and it breaks the measure of a text.
/// </summary>
internal static class Furniture
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "address", "article", "aside", "blockquote", "center", "details", "div", "dl", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "ul");

    private static readonly FrozenSet<string> Shown = FrozenSet.Create("audio", "embed", "hr", "iframe", "img", "input", "object", "video");

    public enum Wrapper { Content, Paragraph, Division }

    /// <summary>Canvas stores what it shows beside a link to another site.</summary>
    public static bool IsHint(IElement element) =>
        element.ClassList.Length > 0 && (element.ClassList.Contains("ui-icon") || element.ClassList.Contains("screenreader-only") || element.ClassList.Contains("external_link_icon"));

    public static bool IsSpace(IElement element) =>
        element.LocalName is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" && IsBlank(element);

    /// <summary>What a division without attributes is: nothing but a wrapper of blocks, a paragraph, or really a division.</summary>
    public static Wrapper KindOf(IElement division)
    {
        var holdsBlocks = division.Descendants().OfType<IElement>().Any(e => Blocks.Contains(e.LocalName));
        if (!holdsBlocks)
            return IsBlank(division) ? Wrapper.Content : Wrapper.Paragraph;
        return division.ChildNodes.OfType<IText>().Any(t => !string.IsNullOrWhiteSpace(t.Data)) ? Wrapper.Division : Wrapper.Content;
    }

    private static bool IsBlank(IElement element) =>
        string.IsNullOrWhiteSpace(element.TextContent) && !element.Descendants().OfType<IElement>().Any(e => Shown.Contains(e.LocalName));
}
