using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Slots;

/// <summary>Makes the queue of a class's presentations: for whoever teaches; slides also from those who present.</summary>
public sealed class PlanPresentations(SchoolStore store)
{
    private static Refusal TooMany { get; } = Refusal.Conflict("A class has at most 60 presentations.");

    /// <param name="viewer">Who plans.</param>
    /// <param name="classId">The class.</param>
    /// <param name="title">Empty = the names of those who present.</param>
    /// <param name="presenters">Students of the course.</param>
    /// <param name="minutes">How long it may take.</param>
    /// <param name="ct">Cancels before it is durable.</param>
    public Task<Outcome<Done>> Add(Viewer viewer, Guid classId, string? title, IReadOnlyList<Guid> presenters, int minutes, CancellationToken ct) => Change(viewer, classId, async (db, session, queue, token) =>
    {
        if (queue.Count >= PresentationSlot.MostInAClass) return TooMany;
        var students = await (from enrollment in db.Enrollments
                              join person in db.People on enrollment.PersonId equals person.Id
                              where enrollment.CourseId == session.CourseId && enrollment.State == EnrollmentState.Active && enrollment.Role == CourseRole.Student && presenters.Contains(person.Id)
                              orderby person.Name
                              select new { person.Id, person.Name }).ToListAsync(token);
        var called = string.IsNullOrWhiteSpace(title) ? string.Join(", ", students.Select(student => student.Name)) : title;
        if (called.Length > 80) called = called[..79] + "…";
        var slot = PresentationSlot.New(session, queue.Count + 1, called, [.. students.Select(student => student.Id)], minutes, queue.Count > 0 ? queue[0].AssignmentId : null);
        if (slot.IsRefused) return slot.Refusal;
        db.PresentationSlots.Add(slot.Value);
        db.SlotPresenters.AddRange(slot.Value.Places());
        return new Done();
    }, ct);

    /// <summary>A group of the course, by its name and with everybody in it; or every group of a set that has people and is not in the queue yet.</summary>
    public Task<Outcome<Done>> AddGroups(Viewer viewer, Guid classId, Guid setId, Guid? groupId, int minutes, CancellationToken ct) => Change(viewer, classId, async (db, session, queue, token) =>
    {
        if ((await db.GroupsOf(viewer, session.CourseId, token, setId)).SingleOrDefault() is not { } filled) return Refusal.NotFound;
        var wanted = filled.Groups.Where(one => groupId is { } id ? one.Group.Id == id : one.Members.Count > 0 && queue.All(slot => slot.Title != one.Group.Name)).ToList();
        if (wanted.Count == 0) return groupId is null ? Refusal.Conflict("All of these groups are in the queue.") : Refusal.NotFound;
        if (queue.Count + wanted.Count > PresentationSlot.MostInAClass) return TooMany;
        foreach (var (group, place) in wanted.Select((group, i) => (group, queue.Count + i + 1)))
        {
            var slot = PresentationSlot.New(session, place, group.Group.Name, [.. group.Members.Select(one => one.PersonId)], minutes, queue.Count > 0 ? queue[0].AssignmentId : null);
            if (slot.IsRefused) return slot.Refusal;
            db.PresentationSlots.Add(slot.Value);
            db.SlotPresenters.AddRange(slot.Value.Places());
        }
        return new Done();
    }, ct);

    /// <summary>One place earlier.</summary>
    public Task<Outcome<Done>> MoveUp(Viewer viewer, Guid classId, Guid slotId, CancellationToken ct) => Change(viewer, classId, (_, _, queue, _) =>
    {
        var at = queue.FindIndex(slot => slot.Id == slotId);
        if (at < 0) return Task.FromResult<Outcome<Done>>(Refusal.NotFound);
        if (at > 0) (queue[at - 1], queue[at]) = (queue[at], queue[at - 1]);
        Number(queue);
        return Task.FromResult<Outcome<Done>>(new Done());
    }, ct);

    public Task<Outcome<Done>> Remove(Viewer viewer, Guid classId, Guid slotId, CancellationToken ct) => Change(viewer, classId, (db, _, queue, _) =>
    {
        if (queue.Find(slot => slot.Id == slotId) is not { } slot) return Task.FromResult<Outcome<Done>>(Refusal.NotFound);
        db.PresentationSlots.Remove(slot);
        queue.Remove(slot);
        Number(queue);
        return Task.FromResult<Outcome<Done>>(new Done());
    }, ct);

    /// <summary>By the rubric and the points of an assignment of the course; null = not at all.</summary>
    public Task<Outcome<Done>> GradeBy(Viewer viewer, Guid classId, Guid? assignmentId, CancellationToken ct) => Change(viewer, classId, async (db, session, queue, token) =>
    {
        if (assignmentId is not null && !await db.Activities.AnyAsync(a => a.Id == assignmentId && a.CourseId == session.CourseId && a.Kind == ActivityKind.Assignment, token)) return Refusal.NotFound;
        foreach (var slot in queue) slot.GradeBy(assignmentId);
        return new Done();
    }, ct);

    /// <summary>The slides of a presentation, from somebody who gives it or from whoever grades.</summary>
    public Task<Outcome<Done>> Show(Viewer viewer, Guid slotId, bool grades, StoredFile deck, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var slot = await db.PresentationSlotsVisibleTo(viewer).AsTracking().SingleOrDefaultAsync(slot => slot.Id == slotId && slot.CourseId == deck.CourseId, token);
        if (slot is null || !(grades || slot.Presenters.Contains(viewer.PersonId ?? Guid.Empty))) return Refusal.NotFound;
        db.Files.Add(deck);
        slot.Show(new(deck.Id, deck.Name));
        await db.SaveChangesAsync(token);
        return new Done();
    }, ct);

    private Task<Outcome<Done>> Change(Viewer viewer, Guid classId, Func<SchoolDb, ClassSession, List<PresentationSlot>, CancellationToken, Task<Outcome<Done>>> change, CancellationToken ct) => store.Write(async (db, token) =>
    {
        var session = await db.ClassSessions.SingleOrDefaultAsync(one => one.ActivityId == classId && db.CoursesTaughtBy(viewer).Any(course => course.Id == one.CourseId), token);
        if (session is null) return Refusal.NotFound;
        var queue = await db.PresentationSlots.AsTracking().Where(slot => slot.ClassId == classId).OrderBy(slot => slot.Position).ToListAsync(token);
        var changed = await change(db, session, queue, token);
        if (!changed.IsRefused) await db.SaveChangesAsync(token);
        return changed;
    }, ct);

    private static void Number(List<PresentationSlot> queue)
    {
        for (var i = 0; i < queue.Count; i++) queue[i].MoveTo(i + 1);
    }
}
