namespace Lyceum.Web.Features.Shared;

public sealed record Tab(string Text, string Url, bool IsCurrent, int Count = 0, string? Icon = null);

/// <summary>The bar of a course as those who teach it see it on every one of its pages; the tools (Edit, Progress) stand behind a rule.</summary>
public sealed record CourseBar(string Title, string Slug, IReadOnlyList<Tab> Tabs, IReadOnlyList<Tab> Tools)
{
    /// <summary>At the far end: "See as a student".</summary>
    public Tab? Last { get; init; }
}
