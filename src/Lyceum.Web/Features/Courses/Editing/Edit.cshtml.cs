using System.Globalization;
using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>
/// Where an instructor builds the course: modules, the activities of one of them, and an inspector. Every change is a form that works
/// without script; the page that it leads to says what was saved, and offers to take back what was taken out.
/// </summary>
public sealed class EditPage(SchoolDb db, CourseDoor door, CourseOutlines outlines, ArrangeModules modules, ArrangeActivities activities, Times times) : SchoolPage
{
    [BindProperty(SupportsGet = true)] public Guid? Module { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Activity { get; set; }
    /// <summary>Unix seconds of the change that led here.</summary>
    [BindProperty(SupportsGet = true)] public long? Saved { get; set; }
    /// <summary>What was just taken out, to be put back with one button.</summary>
    [BindProperty(SupportsGet = true)] public Guid? RemovedModule { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? RemovedActivity { get; set; }

    public CourseAccess Access { get; private set; } = null!;
    public CourseOutline Outline { get; private set; } = null!;
    public OutlineModule? Chosen { get; private set; }
    public OutlineActivity? Inspected { get; private set; }
    public ActivityForm Form { get; private set; } = new();

    public CourseRows Rows => field ??= new(Outline.Course, new Dictionary<Guid, OwnStanding>(), T, times) { ForTeachers = true };
    public IReadOnlyList<StillToDo> StillToDo { get; private set; } = [];
    public IReadOnlyList<(ActivityKind Kind, string Word, string Says)> Kinds =>
    [
        (ActivityKind.Reading, T["Reading"], T["Text, page or file"]),
        (ActivityKind.Lecture, T["Lecture"], T["Recorded sound or video"]),
        (ActivityKind.ClassSession, T["Class session"], T["Live, becomes a replay"]),
        (ActivityKind.Assignment, T["Assignment"], T["Handed in, graded by hand"]),
        (ActivityKind.Quiz, T["Quiz"], T["Marked at once"]),
        (ActivityKind.Discussion, T["Discussion"], T["Threads, graded or not"]),
    ];

    public IReadOnlyDictionary<string, string> IslandWords => new Dictionary<string, string>
    {
        ["place"] = T["Moving, place {0} of {1}", "{0}", "{1}"],
        ["toModule"] = T["Moving into {0}", "{0}"],
        ["dropped"] = T["Dropped at place {0} of {1}", "{0}", "{1}"],
        ["back"] = T["Put back where it was"],
        ["saving"] = T["Saving…"],
        ["lost"] = T["Not saved: the school cannot be reached. What you moved is back in its place; what you typed is still here."],
    };

    public string DaysOf(OutlineModule module) => (module.StartsOn, module.EndsOn) switch
    {
        ({ } first, { } last) => T["{0} – {1}", times.Date(first), times.Date(last)],
        ({ } first, null) => times.Date(first),
        _ => T["no days set"],
    };

    public string WhenOf(OutlineActivity activity) => activity switch
    {
        { Live: { } live } => T["Live · {0}, then replay", InCourse(live.StartsAt)],
        { IsLive: true } => T["Live · no time yet"],
        { Window.Due: { } due } => T["Any time · by {0}", InCourse(due)],
        _ => T["Any time"],
    };

    /// <summary>The editor speaks the course's own time, whoever edits it and wherever.</summary>
    public string InCourse(Instant at) => at.InZone(Outline.Zone).LocalDateTime.ToString("ddd d MMM HH:mm", CultureInfo.CurrentCulture);

    public string? SavedAt => Saved is { } at ? times.Clock(Instant.FromUnixTimeSeconds(at)) : null;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await Load(slug, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddModuleAsync(string slug, CancellationToken ct)
    {
        var added = await modules.Add(Viewer, slug, T["New module"], ct);
        return await Answer(slug, added, module => At(slug, module.Id), ct);
    }

    public async Task<IActionResult> OnPostDescribeModuleAsync(string slug, Guid module, string? title, string? startsOn, string? endsOn, CancellationToken ct) =>
        await Answer(slug, await modules.Describe(Viewer, slug, module, title ?? "", FormTimes.Date(startsOn), FormTimes.Date(endsOn), ct), _ => At(slug, module), ct);

    public async Task<IActionResult> OnPostMoveModuleAsync(string slug, Guid item, int place, CancellationToken ct) =>
        await Answer(slug, await modules.Move(Viewer, slug, item, place, ct), _ => At(slug, Module, Activity), ct);

    public async Task<IActionResult> OnPostStepModuleAsync(string slug, Guid module, int by, CancellationToken ct) =>
        await Answer(slug, await modules.Step(Viewer, slug, module, by, ct), _ => At(slug, module), ct);

    public async Task<IActionResult> OnPostRemoveModuleAsync(string slug, Guid module, CancellationToken ct) =>
        await Answer(slug, await modules.Remove(Viewer, slug, module, ct), _ => $"{At(slug)}&removedModule={module}", ct);

    public async Task<IActionResult> OnPostPutBackModuleAsync(string slug, Guid item, CancellationToken ct) =>
        await Answer(slug, await modules.PutBack(Viewer, slug, item, ct), _ => At(slug, item), ct);

    public async Task<IActionResult> OnPostAddAsync(string slug, Guid module, ActivityKind kind, CancellationToken ct) =>
        await Answer(slug, await activities.Add(Viewer, slug, module, kind, ct), added => At(slug, module, added.Id), ct);

    public async Task<IActionResult> OnPostSaveAsync(string slug, Guid activity, ActivityForm form, CancellationToken ct)
    {
        var fields = form.Read();
        var saved = fields.IsRefused ? fields.Refusal : await activities.Save(Viewer, slug, activity, fields.Value, ct);
        return await Answer(slug, saved, _ => At(slug, Module, activity), ct, form);
    }

    public async Task<IActionResult> OnPostMoveAsync(string slug, Guid item, Guid? to, int place, CancellationToken ct) =>
        await Answer(slug, await activities.Move(Viewer, slug, item, to, place, ct), _ => At(slug, Module, Activity), ct);

    public async Task<IActionResult> OnPostStepAsync(string slug, Guid activity, int by, CancellationToken ct) =>
        await Answer(slug, await activities.Step(Viewer, slug, activity, by, ct), _ => At(slug, Module, activity), ct);

    public async Task<IActionResult> OnPostDuplicateAsync(string slug, Guid activity, string? title, CancellationToken ct) =>
        await Answer(slug, await activities.Duplicate(Viewer, slug, activity, T["Copy of {0}", title ?? ""], ct), copy => At(slug, Module, copy.Id), ct);

    public async Task<IActionResult> OnPostRemoveAsync(string slug, Guid activity, CancellationToken ct) =>
        await Answer(slug, await activities.Remove(Viewer, slug, activity, ct), _ => $"{At(slug, Module)}&removedActivity={activity}", ct);

    public async Task<IActionResult> OnPostPutBackAsync(string slug, Guid item, CancellationToken ct) =>
        await Answer(slug, await activities.PutBack(Viewer, slug, item, ct), _ => At(slug, Module, item), ct);

    private async Task<IActionResult> Answer<T>(string slug, Outcome<T> outcome, Func<T, string> next, CancellationToken ct, ActivityForm? typed = null)
    {
        if (!outcome.IsRefused) return Redirect(next(outcome.Value));
        if (outcome.Refusal.Kind == RefusalKind.NotFound || !await Load(slug, ct)) return NotFound();
        if (typed is not null) Form = typed;
        return Refused(outcome.Refusal);
    }

    private string At(string slug, Guid? module = null, Guid? activity = null) =>
        $"/courses/{slug}/edit?saved={times.Now.ToUnixTimeSeconds()}"
        + (module is null ? "" : $"&module={module}") + (activity is null ? "" : $"&activity={activity}");

    private async Task<bool> Load(string slug, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanTeach: true } access) return false;
        (Access, Outline) = (access, await outlines.Of(access.Course, db, ct));
        Inspected = Outline.Activities.FirstOrDefault(activity => activity.Id == Activity);
        Chosen = Outline.Modules.FirstOrDefault(module => module.Id == (Inspected?.ModuleId ?? Module))
            ?? Outline.ModuleOn(times.Now.InZone(Outline.Zone).Date);
        StillToDo = Courses.StillToDo.In(Outline, await CourseGaps.Find(db, Viewer, Courses.StillToDo.Concerned(Outline, times.Now), ct), times.Now);
        if (Inspected is not null) Form = ActivityForm.Of(Inspected, Outline.Zone);
        return true;
    }
}
