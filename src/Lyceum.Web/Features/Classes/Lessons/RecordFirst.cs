using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Lessons;

/// <summary>A draft of a lesson right before a class, with its slides, polls and plan, to be recorded by who teaches alone; the class is held all the same, or not.</summary>
public sealed class RecordFirst(SchoolStore store, IClock clock)
{
    public Task<Outcome<Guid>> Run(Viewer viewer, string slug, Guid classId, string title, CancellationToken ct) => store.ChangeCourse<Guid>(viewer, slug, async (db, course, token) =>
    {
        if (await db.ActivityIn(course, classId, token) is not { Kind: ActivityKind.ClassSession, RemovedAt: null } activity) return Refusal.NotFound;
        if (await db.ClassSessions.SingleOrDefaultAsync(s => s.ActivityId == classId && !s.IsLesson, token) is not { } session) return Refusal.NotFound;
        var module = (await db.ModuleIn(course, activity.ModuleId, token))!;
        var made = Activity.New(module, ActivityKind.ClassSession, title, activity.Position, (int)ClassSession.UsualLesson.TotalMinutes);
        if (made.IsRefused) return made.Refusal;
        var lesson = ClassSession.Lesson(made.Value, classId, clock.GetCurrentInstant());
        var prepared = lesson.Prepare(session.Deck, session.Polls, session.Segments);
        if (prepared.IsRefused) return prepared.Refusal;
        lesson.CountBy(session.Credit, null);
        foreach (var later in (await db.ActivitiesOf(module.Id, token)).Where(other => other.Position >= activity.Position)) later.MoveTo(module.Id, later.Position + 1);
        db.AddRange(made.Value, lesson);
        return made.Value.Id;
    }, ct);
}
