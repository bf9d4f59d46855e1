using AngleSharp.Dom;

namespace Lyceum.Interop.Html;

/// <summary>One pass over a parsed page, writing what is allowed. Walks with a stack of its own: a page's depth is its author's choice.</summary>
internal sealed class CleaningWalk(FindHere findHere)
{
    private readonly MarkupWriter writer = new();
    private readonly LossList losses = new();
    private readonly Stack<Level> levels = new();

    /// <param name="IsVerbatim">Whether a formula in the text stays as typed.</param>
    private sealed record Level(INodeList Nodes, string? EndTag, bool IsVerbatim, bool IsInLink)
    {
        public int Next { get; set; }
    }

    public CleanedHtml AsText(string html)
    {
        losses.Add(HtmlLossKind.TooDeep, "");
        writer.Text(html);
        return new CleanedHtml(writer.ToString(), losses.All);
    }

    public CleanedHtml Of(INode? root)
    {
        var elements = new ElementWriter(writer, losses, findHere);
        if (root is not null)
            levels.Push(new Level(root.ChildNodes, null, false, false));
        while (levels.TryPeek(out var level))
            if (level.Next < level.Nodes.Length)
                Visit(level.Nodes[level.Next++], level, elements);
            else
                writer.End(levels.Pop().EndTag);
        return new CleanedHtml(writer.ToString().Trim(), losses.All);
    }

    private void Visit(INode node, Level level, ElementWriter elements)
    {
        if (node is IText text && !level.IsVerbatim && MathMarkup.IsIn(text.Data))
            writer.TextWithMath(text.Data);
        else if (node is IText plain)
            writer.Text(plain.Data);
        else if (node is IElement element && elements.Write(element, level.IsInLink) is { Descend: true } written)
            levels.Push(new Level(element.ChildNodes, written.EndTag,
                level.IsVerbatim || written.EndTag is "pre" or "code" or "kbd" or "samp", level.IsInLink || written.EndTag == "a"));
    }
}
