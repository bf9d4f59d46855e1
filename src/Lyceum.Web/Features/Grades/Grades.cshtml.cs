using System.Text.Json;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lyceum.Web.Features.Grades;

/// <summary>Columns that stand together: a category with its weight, or where nothing is weighed, a kind.</summary>
public sealed record GradeGroup(string Word, decimal? Weight, IReadOnlyList<int> Columns);

/// <summary>The gradebook for those who grade; one's own grades for a student.</summary>
public sealed class GradesPage(ReadGradebook read, SetGrade set) : SchoolPage
{
    public CourseAccess In { get; private set; } = null!;
    public Gradebook? Book { get; private set; }
    /// <summary>Before the filter, after the section.</summary>
    public Gradebook Everybody { get; private set; } = null!;
    public IReadOnlyList<Section> Sections { get; private set; } = [];
    public IReadOnlyList<GradeColumn> Columns { get; private set; } = [];
    public ReadGradebook.Own? Own { get; private set; }
    public string? Show { get; private set; }
    public Guid? Section { get; private set; }
    public int Held { get; private set; }
    /// <summary>In the order of the course within each.</summary>
    public IReadOnlyList<GradeGroup> Groups { get; private set; } = [];
    public bool IsWeighed => Groups.Any(group => group.Weight is not null);
    /// <summary>Those who teach find the weights in it.</summary>
    public CourseBar Bar => CourseFrame.Bar(In, T, CoursePlace.Grades) is var bar && In.CanTeach
        ? bar with { Last = new(T["Weights and rules"], $"/courses/{In.Course.Slug}/grades/rules", false, Icon: "sliders-horizontal") }
        : bar;
    public IEnumerable<int> Order => Groups.SelectMany(group => group.Columns);

    public IHtmlContent WordsJson => new HtmlString(JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["saved"] = T["Saved at the school, {0}"],
        ["was"] = T["Was {0}."],
        ["keep"] = T["keep"],
        ["excuse"] = T["excuse"],
        ["back"] = T["back"],
        ["excused"] = T["excused"],
        ["failed"] = T["Not saved: no connection. The old grade stands."],
    }));

    public async Task<IActionResult> OnGetAsync(string slug, string? show, Guid? section, CancellationToken ct)
    {
        if (await read.OfCourse(slug, Viewer, ct) is { } found) return ShowBook(found, show, section);
        if (await read.OfOneself(slug, Viewer, ct) is not { } own) return NotFound();
        (In, Columns, Own) = (own.In, own.Columns, own);
        return Page();
    }

    public async Task<IActionResult> OnPostReleaseAsync(string slug, CancellationToken ct) =>
        (await set.ReleaseAll(Viewer, slug, ct)).IsRefused ? NotFound() : LocalRedirect($"/courses/{slug}/grades");

    public bool StartsGroup(int index) => Groups.Skip(1).Any(group => group.Columns[0] == index);

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
        Groups = found.Plan is { Categories.Count: > 0 } plan ? ByCategory(Book.Columns, plan) : ByKind(Book.Columns);
        return Page();
    }

    private List<GradeGroup> ByKind(IReadOnlyList<GradeColumn> columns) =>
        [.. Enumerable.Range(0, columns.Count).GroupBy(index => columns[index].Kind).OrderBy(group => GradeWords.Order(group.Key))
            .Select(group => new GradeGroup(GradeWords.Kinds(T, group.Key), null, [.. group]))];

    private List<GradeGroup> ByCategory(IReadOnlyList<GradeColumn> columns, GradePlan plan)
    {
        var places = Enumerable.Range(0, columns.Count).ToLookup(index => plan.CategoryOf(columns[index])?.Id);
        var weighed = plan.Categories.Where(category => places[category.Id].Any()).Select(category => new GradeGroup(category.Name, category.Weight, [.. places[category.Id]]));
        return places[null].Any() ? [.. weighed, new GradeGroup(T["Not counted"], null, [.. places[null]])] : [.. weighed];
    }

    private static bool IsShown(GradeLine line, string? show) => show switch
    {
        "missing" => line.Has(CellState.Missing),
        "late" => line.IsLateAnywhere,
        "to-grade" => line.Has(CellState.ToGrade),
        "below" => line.Percent < 70,
        _ => true,
    };
}
