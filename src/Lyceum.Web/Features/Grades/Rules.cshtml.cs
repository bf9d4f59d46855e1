using Lyceum.Domain;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Grades;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Grades;

/// <summary>Weights and rules: how the total of the course comes about, for those who teach it.</summary>
public sealed class RulesPage(CourseDoor door, ReadGradebook read, WeighGrades weigh) : SchoolPage
{
    private const int EmptyRows = 2;

    [BindProperty] public List<CategoryRow> Categories { get; set; } = [];
    [BindProperty] public List<PlaceRow> Places { get; set; } = [];

    public CourseAccess In { get; private set; } = null!;
    public IReadOnlyList<GradeColumn> Columns { get; private set; } = [];
    public IReadOnlyDictionary<Guid, Assignment> LateRules { get; private set; } = new Dictionary<Guid, Assignment>();
    public bool Saved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, bool saved, CancellationToken ct)
    {
        if (await Load(slug, ct) is not { } plan) return NotFound();
        Saved = saved;
        Show(plan.Categories.Count == 0 ? Suggested() : plan.Categories, plan);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await Load(slug, ct) is null) return NotFound();
        var categories = Categories.Where(row => !string.IsNullOrWhiteSpace(row.Name)).Select(row => row.Read()).ToList();
        var columns = Columns.ToDictionary(column => column.ActivityId);
        var places = Places.Where(row => columns.ContainsKey(row.ActivityId)).Select(row => row.Read(columns[row.ActivityId], categories)).OfType<GradePlace>().ToList();
        return await After(slug, await weigh.Run(Viewer, slug, categories, categories.Count == 0 ? [] : places, ct));
    }

    public async Task<IActionResult> OnPostAlikeAsync(string slug, CancellationToken ct) =>
        await Load(slug, ct) is null ? NotFound() : await After(slug, await weigh.Run(Viewer, slug, [], [], ct));

    public string LateRuleOf(GradeColumn column) => LateRules.TryGetValue(column.ActivityId, out var asks) ? GradeWords.LateRule(T, asks) : "";

    private Task<IActionResult> After(string slug, Outcome<Done> outcome) =>
        Task.FromResult(outcome.IsRefused ? Refused(outcome.Refusal) : LocalRedirect($"/courses/{slug}/grades/rules?saved=true"));

    private void Show(IReadOnlyList<GradeCategory> categories, GradePlan plan)
    {
        Categories = [.. categories.Select(CategoryRow.Of), .. Enumerable.Range(0, EmptyRows).Select(_ => new CategoryRow { Id = Guid.CreateVersion7() })];
        Places = [.. Columns.Select(column => PlaceRow.Of(column, plan))];
    }

    /// <summary>For a course without weights: its kinds, evenly, the first taking what does not divide.</summary>
    private List<GradeCategory> Suggested()
    {
        var kinds = Columns.Select(column => column.Kind).Distinct().OrderBy(GradeWords.Order).ToList();
        if (kinds.Count == 0) return [];
        var each = 100 / kinds.Count;
        return [.. kinds.Select((kind, index) => new GradeCategory(Guid.CreateVersion7(), GradeWords.Kinds(T, kind), index == 0 ? 100 - each * (kinds.Count - 1) : each, 0, kind))];
    }

    private async Task<GradePlan?> Load(string slug, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanTeach: true } access) return null;
        In = access;
        Columns = await read.ColumnsOf(access.Course.Id, ct);
        LateRules = await read.LateRulesIn(Viewer, access.Course.Id, ct);
        return await read.PlanOf(Viewer, access.Course.Id, ct) ?? GradePlan.For(access.Course.Id);
    }
}
