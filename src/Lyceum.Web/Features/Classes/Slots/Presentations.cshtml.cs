using System.Globalization;
using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Library;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Slots;

/// <summary>The queue of a class's presentations: who, how long, with which slides; and afterwards what they were worth and what those who listened say.</summary>
public sealed class PresentationsPage(SchoolDb db, CourseDoor door, PlanPresentations plan, BringInQueue queue, GiveSlotFeedback tell, ScoreSlot score) : SchoolPage
{
    public sealed record Line(PresentationSlot Slot, IReadOnlyList<string> Names, bool IsOwn, bool WasHeld, SlotFeedback? Mine, IReadOnlyList<SlotFeedback> Told);

    public CourseAccess Access { get; private set; } = null!;
    public ClassSession Session { get; private set; } = null!;
    public string ClassTitle { get; private set; } = "";
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public Rubric Rubric { get; private set; } = Rubric.Empty;
    public Activity? GradedBy { get; private set; }
    public IReadOnlyList<(Guid Id, string Name)> Students { get; private set; } = [];
    public IReadOnlyList<FilledGroupSet> Groups { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Title)> Assignments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) => await Load(slug, id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAddAsync(string slug, Guid id, string? title, Guid[] presenters, int minutes, CancellationToken ct) =>
        Do(slug, id, access => access.CanTeach, () => plan.Add(Viewer, id, title, presenters, minutes, ct), ct);

    /// <param name="slug">Of the course.</param>
    /// <param name="id">Of the class.</param>
    /// <param name="groups">A set, or a set and one of its groups behind a slash.</param>
    /// <param name="minutes">For each.</param>
    /// <param name="ct">Cancels before it is durable.</param>
    public Task<IActionResult> OnPostAddGroupsAsync(string slug, Guid id, string? groups, int minutes, CancellationToken ct) => Do(slug, id, access => access.CanTeach, () =>
    {
        var named = (groups ?? "").Split('/').Select(part => Guid.TryParse(part, out var known) ? known : Guid.Empty).ToArray();
        return plan.AddGroups(Viewer, id, named[0], named.Length > 1 ? named[1] : null, minutes, ct);
    }, ct);

    public Task<IActionResult> OnPostUpAsync(string slug, Guid id, Guid slot, CancellationToken ct) => Do(slug, id, access => access.CanTeach, () => plan.MoveUp(Viewer, id, slot, ct), ct);

    public Task<IActionResult> OnPostRemoveAsync(string slug, Guid id, Guid slot, CancellationToken ct) => Do(slug, id, access => access.CanTeach, () => plan.Remove(Viewer, id, slot, ct), ct);

    public Task<IActionResult> OnPostGradeByAsync(string slug, Guid id, Guid? assignment, CancellationToken ct) => Do(slug, id, access => access.CanTeach, () => plan.GradeBy(Viewer, id, assignment, ct), ct);

    public Task<IActionResult> OnPostSlidesAsync(string slug, Guid id, Guid slot, IFormFile? deck, [FromServices] FileUploads uploads, CancellationToken ct) => Do(slug, id, access => access.CanGrade || access.IsStudent, async () =>
    {
        if (deck is null || ContentTypes.Of(deck.FileName) != "application/pdf") return Refusal.Invalid("Slides are a PDF. Export them from your presentation.", "Deck");
        var taken = await uploads.Take(deck, Access.Course.Id, Me, isPrivate: true, ct);
        return taken.IsRefused ? taken.Refusal : await plan.Show(Viewer, slot, Access.CanGrade, taken.Value, ct);
    }, ct);

    public Task<IActionResult> OnPostTellAsync(string slug, Guid id, Guid slot, string? text, CancellationToken ct) => Do(slug, id, access => access.IsStudent, () => tell.Run(Viewer, slot, text, Marks(), ct), ct);

    public Task<IActionResult> OnPostScoreAsync(string slug, Guid id, Guid slot, decimal? points, string? comment, bool release, CancellationToken ct) =>
        Do(slug, id, access => access.CanGrade, () => score.Run(Viewer, slot, new(Marks(), points, comment, release), ct), ct);

    public decimal? MarkOf(IReadOnlyList<RubricMark> marks, RubricCriterion criterion) => Rubric.PointsIn(criterion, marks);

    /// <summary>What those who listened gave on average, in the points of the rubric.</summary>
    public decimal? AverageOf(IReadOnlyList<SlotFeedback> told, RubricCriterion criterion) =>
        told.Select(one => Rubric.PointsIn(criterion, one.Marks)).Where(points => points is not null).Average();

    private async Task<IActionResult> Do(string slug, Guid id, Func<CourseAccess, bool> may, Func<Task<Outcome<Done>>> change, CancellationToken ct)
    {
        if (!await Load(slug, id, ct) || !may(Access)) return NotFound();
        var changed = await change();
        if (changed.IsRefused) return Refused(changed.Refusal);
        await queue.Run(Session, ct);
        return Redirect($"/courses/{slug}/classes/{id}/presentations");
    }

    // "mark-{criterion}" = the points of the level that was chosen.
    private List<RubricMark> Marks() =>
        [.. from field in Request.Form
            where field.Key.StartsWith("mark-", StringComparison.Ordinal) && Guid.TryParse(field.Key[5..], out _) && decimal.TryParse(field.Value.ToString(), CultureInfo.InvariantCulture, out _)
            select new RubricMark(Guid.Parse(field.Key[5..]), decimal.Parse(field.Value.ToString(), CultureInfo.InvariantCulture))];

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { } access) return false;
        var row = await (from session in db.ClassSessionsVisibleTo(Viewer)
                         join activity in db.Activities on session.ActivityId equals activity.Id
                         where session.ActivityId == id && session.CourseId == access.Course.Id
                         select new { session, activity.Title }).SingleOrDefaultAsync(ct);
        if (row is null) return false;
        (Access, Session, ClassTitle) = (access, row.session, row.Title);
        var slots = await db.PresentationSlotsVisibleTo(Viewer).Where(slot => slot.ClassId == id).OrderBy(slot => slot.Position).ToListAsync(ct);
        var assignment = slots.Count > 0 ? slots[0].AssignmentId : null;
        GradedBy = await db.Activities.SingleOrDefaultAsync(activity => activity.Id == assignment, ct);
        Rubric = await db.Assignments.Where(one => one.ActivityId == assignment).Select(one => one.Rubric).SingleOrDefaultAsync(ct) ?? Rubric.Empty;
        await LoadLines(slots, ct);
        if (access.CanTeach) await LoadChoices(ct);
        return true;
    }

    private async Task LoadLines(List<PresentationSlot> slots, CancellationToken ct)
    {
        var named = slots.SelectMany(slot => slot.Presenters).ToHashSet();
        var names = await db.People.Where(person => named.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, ct);
        var held = (await db.ClassEventsVisibleTo(Viewer).Where(logged => logged.ClassId == Session.ActivityId && logged.Event.Contains("slotStarted")).ToListAsync(ct))
            .Select(row => row.ToLogged().Event).OfType<SlotStarted>().Select(started => started.SlotId).ToHashSet();
        var ids = slots.Select(slot => slot.Id).ToList();
        // Whoever presented reads what was said of it once it is released; everybody else what the visibility query gives them.
        var open = slots.Where(slot => slot.ReleasedAt is not null && slot.Presenters.Contains(Me)).Select(slot => slot.Id).ToList();
        var told = await db.SlotFeedbackVisibleTo(Viewer).Where(one => ids.Contains(one.SlotId)).Union(db.SlotFeedback.Where(one => open.Contains(one.SlotId))).ToListAsync(ct);
        Lines = [.. slots.Select(slot => new Line(slot, [.. slot.Presenters.Select(one => names.GetValueOrDefault(one, ""))], slot.Presenters.Contains(Me), held.Contains(slot.Id),
            told.Find(one => one.SlotId == slot.Id && one.PersonId == Me), [.. told.Where(one => one.SlotId == slot.Id && (Access.CanGrade || open.Contains(slot.Id))).OrderBy(one => one.GivenAt)]))];
    }

    private async Task LoadChoices(CancellationToken ct)
    {
        Groups = [.. (await db.GroupsOf(Viewer, Access.Course.Id, ct)).Where(set => set.Groups.Any(group => group.Members.Count > 0))];
        Students = [.. (await db.StudentsOf(Access.Course.Id, ct)).Select(one => (one.PersonId, one.Name))];
        Assignments = [.. (await db.Activities.Where(a => a.CourseId == Access.Course.Id && a.Kind == ActivityKind.Assignment && a.Points != null).OrderBy(a => a.Title)
            .Select(a => new { a.Id, a.Title }).ToListAsync(ct)).Select(one => (one.Id, one.Title))];
    }
}
