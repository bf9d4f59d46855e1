using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lyceum.Domain;
using Lyceum.Interop.Html;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Caching.Memory;

namespace Lyceum.Web.Features.Shared;

public sealed record Heading(string Id, string Text);

/// <summary>A text as it is shown, with its headings and the number of its words.</summary>
public sealed record Prose(IHtmlContent Html, IReadOnlyList<Heading> Headings, int Words, bool HasMath);

/// <summary>
/// Turns texts into HTML, once per text. What people type is Markdown without raw HTML and without addresses that run script; math stands
/// between dollar signs. What an importer brings has been through the allow-list before it was kept.
/// </summary>
public sealed class ProseRenderer : IDisposable
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseMathematics().UseAutoIdentifiers().UseFootnotes().UseEmphasisExtras().UseTaskLists().UseAutoLinks().Build();

    private static readonly string[] Schemes = ["http:", "https:", "mailto:"];
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 20_000_000 });

    public Prose Render(RichText text) => cache.GetOrCreate(text, entry =>
    {
        var prose = Make(text.Format == TextFormat.Markdown ? Markdown(text.Text) : text.Text);
        entry.Size = text.Text.Length * 2 + 200;
        return prose;
    })!;

    /// <summary>A post, a feedback: Markdown without headings to jump to.</summary>
    public IHtmlContent Post(string text) => Render(RichText.Markdown(text)).Html;

    /// <summary>Within a line: a single paragraph loses its own element.</summary>
    public IHtmlContent Inline(RichText text)
    {
        var html = Render(text).Html.ToString()!.Trim();
        var isOneParagraph = html.StartsWith("<p>", StringComparison.Ordinal) && html.IndexOf("</p>", StringComparison.Ordinal) == html.Length - 4;
        return isOneParagraph ? new HtmlString(html[3..^4]) : new HtmlString(html);
    }

    /// <summary>The beginning of it as plain words, for lists.</summary>
    public string Line(RichText text, int most)
    {
        var line = CleanHtml.TextOf(Render(text).Html.ToString()!);
        return line.Length <= most ? line : string.Concat(line.AsSpan(0, most - 1).TrimEnd(), "…");
    }

    public void Dispose() => cache.Dispose();

    private static string Markdown(string text)
    {
        var document = Markdig.Markdown.Parse(text, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
            if (!IsHarmless(link.Url)) link.Url = "";
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsHarmless(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(Pipeline);
    }

    /// <summary>Relative, or of a scheme that runs nothing; browsers ignore white space and control characters inside a scheme.</summary>
    private static bool IsHarmless(string? url)
    {
        if (url is null) return true;
        var plain = new string(url.Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter)).ToArray());
        var colon = plain.IndexOf(':');
        return colon < 0 || plain.AsSpan(0, colon).ContainsAny("/?#") || Schemes.Any(scheme => plain.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
    }

    private static Prose Make(string html)
    {
        var body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        var headings = new List<Heading>();
        foreach (var heading in body.QuerySelectorAll("h2"))
        {
            if (string.IsNullOrEmpty(heading.Id)) heading.Id = $"part-{headings.Count + 1}";
            headings.Add(new Heading(heading.Id, heading.TextContent.Trim()));
        }
        foreach (var image in body.QuerySelectorAll("img")) image.SetAttribute("loading", "lazy");
        foreach (var link in body.QuerySelectorAll("a[href^='http']")) link.SetAttribute("rel", "noopener");
        // A wide table scrolls to the side, for the keyboard too; and an empty corner heads nothing.
        foreach (var table in body.QuerySelectorAll("table")) table.SetAttribute("tabindex", "0");
        foreach (var corner in body.QuerySelectorAll("th").Where(cell => string.IsNullOrWhiteSpace(cell.TextContent) && cell.ChildElementCount == 0)) corner.Replace(body.Owner!.CreateElement("td"));
        var words = body.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return new Prose(new HtmlString(body.InnerHtml), headings, words, body.QuerySelector(".math") is not null);
    }
}
