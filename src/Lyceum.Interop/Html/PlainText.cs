using System.Net;

namespace Lyceum.Interop.Html;

/// <summary>Plain text as markup: paragraphs at empty lines, line breaks elsewhere.</summary>
public static class PlainText
{
    public static string ToHtml(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var inner = paragraphs.Select(p => WebUtility.HtmlEncode(p).Replace("\n", "<br>", StringComparison.Ordinal)).ToList();
        return inner is [var only] ? only : string.Concat(inner.Select(p => $"<p>{p}</p>"));
    }
}
