using System.Text.Json;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lyceum.Web.Features.Grades;

public sealed record GradeGroup(string Word, int Count);

/// <summary>The gradebook for those who grade; one's own grades for a student.</summary>
public sealed class GradesPage(ReadGradebook read, SetGrade set) : SchoolPage
{
    public CourseAccess In { get; private set; } = null!;
    public Gradebook? Book { get; private set; }
    /// <summary>Before the filter, after the section.</summary>
    public Gradebook Everybody { get; private set; } = null!;
    public IReadOnlyList<Section> Sections { get; private set; } = [];
    public IReadOnlyList<GradeColumn> Columns { get; private set; } = [];
    public GradeLine? Own { get; private set; }
    public string? Show { get; private set; }
    public Guid? Section { get; private set; }
    public int Held { get; private set; }
    /// <summary>Columns by kind, in the order of the course within each.</summary>
    public IReadOnlyList<int> Order { get; private set; } = [];
    public IReadOnlyList<GradeGroup> Groups { get; private set; } = [];

    public IHtmlContent WordsJson => new HtmlString(JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["saved"] = T["Saved at the school, {0}"],
        ["hint"] = T["Enter keeps, x excuses, Esc goes back"],
        ["excused"] = T["excused"],
        ["failed"] = T["Not saved: no connection. The old grade stands."],
    }));

    public async Task<IActionResult> OnGetAsync(string slug, string? show, Guid? section, CancellationToken ct)
    {
        if (await read.OfCourse(slug, Viewer, ct) is { } found) return ShowBook(found, show, section);
        if (await read.OfOneself(slug, Viewer, ct) is not { } own) return NotFound();
        (In, Columns, Own) = (own.In, own.Columns, own.Line);
        return Page();
    }

    public async Task<IActionResult> OnPostReleaseAsync(string slug, CancellationToken ct) =>
        (await set.ReleaseAll(Viewer, slug, ct)).IsRefused ? NotFound() : LocalRedirect($"/courses/{slug}/grades");

    public bool StartsGroup(int index)
    {
        var at = Order.ToList().IndexOf(index);
        return at > 0 && Everybody.Columns[Order[at - 1]].Kind != Everybody.Columns[index].Kind;
    }

    public string ClassOf(GradeCell cell) => cell.State switch
    {
        CellState.Missing => "missing",
        CellState.Excused => "excused",
        CellState.ToGrade => "to-grade",
        CellState.Empty => "none",
        _ => cell.IsLate ? "late" : "",
    };

    public string TextOf(GradeCell cell) => cell.State switch
    {
        CellState.Missing => T["missing"],
        CellState.Excused => T["excused"],
        CellState.ToGrade => T["grade"],
        CellState.Empty => "·",
        _ => $"{cell.Score:0.##}",
    };

    public string Say(GradeCell cell) => cell.State == CellState.Empty ? T["nothing yet"] : TextOf(cell);

    private PageResult ShowBook(ReadGradebook.Found found, string? show, Guid? section)
    {
        (In, Sections, Show, Section) = (found.In, found.Sections, show, section);
        Everybody = found.Book with { Lines = [.. found.Book.Lines.Where(line => section is null || line.SectionId == section)] };
        Book = Everybody with { Lines = [.. Everybody.Lines.Where(line => IsShown(line, show))] };
        Held = found.Book.Lines.Sum(line => line.Cells.Count(cell => cell is { IsReleased: false, State: CellState.Scored or CellState.Excused }));
        Order = [.. Enumerable.Range(0, Book.Columns.Count).OrderBy(index => KindOrder(Book.Columns[index].Kind)).ThenBy(index => index)];
        Groups = [.. Order.GroupBy(index => Book.Columns[index].Kind).Select(group => new GradeGroup(Plural(group.Key), group.Count()))];
        return Page();
    }

    private static bool IsShown(GradeLine line, string? show) => show switch
    {
        "missing" => line.Has(CellState.Missing),
        "late" => line.IsLateAnywhere,
        "to-grade" => line.Has(CellState.ToGrade),
        "below" => line.Percent < 70,
        _ => true,
    };

    private static int KindOrder(ActivityKind kind) => kind switch { ActivityKind.Assignment => 0, ActivityKind.Quiz => 1, ActivityKind.ClassSession => 2, _ => 3 };

    private string Plural(ActivityKind kind) => kind switch
    {
        ActivityKind.Assignment => T["Assignments"],
        ActivityKind.Quiz => T["Quizzes"],
        ActivityKind.ClassSession => T["Classes"],
        ActivityKind.Discussion => T["Discussions"],
        ActivityKind.Reading => T["Readings"],
        _ => T["Lectures"],
    };
}
