using Lyceum.Domain;
using Lyceum.Interop.Html;
using Markdig;
using Microsoft.AspNetCore.Html;

namespace Lyceum.Web.Features.Shared;

/// <summary>Draws structured text: Markdown with math and tables, in which HTML is shown as it was typed, or HTML that an importer has cleaned.</summary>
public static class RichTexts
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseMathematics().UseAutoLinks().UseEmphasisExtras().DisableHtml().Build();

    public static IHtmlContent Draw(this RichText text) => new HtmlString(HtmlOf(text));

    /// <summary>Within a line: a single paragraph loses its own element.</summary>
    public static IHtmlContent DrawInline(this RichText text)
    {
        var html = HtmlOf(text).Trim();
        var isOneParagraph = html.StartsWith("<p>", StringComparison.Ordinal) && html.IndexOf("</p>", StringComparison.Ordinal) == html.Length - 4;
        return new HtmlString(isOneParagraph ? html[3..^4] : html);
    }

    /// <summary>The beginning of it as plain words, for lists.</summary>
    public static string DrawAsLine(this RichText text, int most)
    {
        var line = CleanHtml.TextOf(HtmlOf(text));
        return line.Length <= most ? line : string.Concat(line.AsSpan(0, most - 1).TrimEnd(), "…");
    }

    /// <summary>Whether the page needs the script that sets math.</summary>
    public static bool HasMath(this RichText text) => HtmlOf(text).Contains("class=\"math", StringComparison.Ordinal);

    private static string HtmlOf(RichText text) => text.Format == TextFormat.CleanHtml ? text.Text : Markdown.ToHtml(text.Text, Pipeline);
}
