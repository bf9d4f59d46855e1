using System.Text;
using Lyceum.Data.Courses;

namespace Lyceum.Web.Features.Shared;

/// <summary>Asks the page that is being drawn to leave holes; a page that can do it says so by naming what it shows.</summary>
public sealed class PageDraft
{
    public CourseOutline? Shows { get; set; }
}

/// <summary>A page as many readers get it, ready to send but for its holes.</summary>
public sealed class PageSkeleton
{
    private readonly List<(byte[] Before, Hole Hole)> parts = [];
    private readonly byte[] rest;

    public PageSkeleton(string html)
    {
        var at = 0;
        for (var begins = html.IndexOf(Hole.Begins); begins >= 0; begins = html.IndexOf(Hole.Begins, at))
        {
            var ends = html.IndexOf(Hole.Ends, begins);
            parts.Add((Encoding.UTF8.GetBytes(html[at..begins]), Hole.Parse(html[(begins + 1)..ends])));
            at = ends + 1;
        }
        rest = Encoding.UTF8.GetBytes(html[at..]);
    }

    public void WriteTo(PageWriter page, Action<Hole, PageWriter> fill)
    {
        foreach (var (before, hole) in parts)
        {
            page.WriteBytes(before);
            fill(hole, page);
        }
        page.WriteBytes(rest);
    }
}
