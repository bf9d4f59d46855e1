namespace Lyceum.Interop.Html;

/// <summary>What a page's head says of it; Canvas keeps the state of a page there.</summary>
internal sealed record PageHead(string? Title, bool IsPublished)
{
    private const int HeadLength = 10_000;

    public static PageHead Of(string html)
    {
        using var document = CleanHtml.Parse(html.Length <= HeadLength ? html : html[..HeadLength]);
        var state = document.QuerySelector("meta[name=workflow_state]")?.GetAttribute("content");
        return new PageHead(string.IsNullOrWhiteSpace(document.Title) ? null : document.Title.Trim(), state is not "unpublished");
    }
}
