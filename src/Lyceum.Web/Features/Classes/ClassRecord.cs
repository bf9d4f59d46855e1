using System.Collections.Immutable;
using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes;

/// <summary>A class that has ended, folded: who was there and when, who watched what, who answered which poll.</summary>
public sealed record ClassRecord(
    ClassSession Session, Activity Activity, ClassState State, ImmutableDictionary<Guid, Stretches> Attended, Dictionary<Guid, Stretches> Watched, HashSet<Guid> Students)
{
    /// <summary>For the school itself, not for a viewer. Null when there is no such class, or it has not ended, or was never held.</summary>
    public static async Task<ClassRecord?> Read(IServiceScopeFactory scopes, Guid classId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Read(scope.ServiceProvider.GetRequiredService<SchoolDb>(), classId, ct);
    }

    public static async Task<ClassRecord?> Read(SchoolDb db, Guid classId, CancellationToken ct)
    {
        var row = await (from session in db.ClassSessions
                         join activity in db.Activities on session.ActivityId equals activity.Id
                         where session.ActivityId == classId && session.StartedAt != null && session.EndedAt != null
                         select new { session, activity }).SingleOrDefaultAsync(ct);
        if (row is null) return null;
        var log = await ClassLog.ReadAfter(db, classId, 0, ct);
        var state = log.Aggregate(ClassState.Empty, (folded, logged) => folded.Apply(logged));
        var watched = await db.ReplayWatches.Where(w => w.ClassId == classId).ToDictionaryAsync(w => w.PersonId, w => w.Watched, ct);
        var students = await db.Enrollments.Where(e => e.CourseId == row.session.CourseId && e.Role == CourseRole.Student && e.State == EnrollmentState.Active
                && (row.session.SectionId == null || e.SectionId == row.session.SectionId))
            .Select(e => e.PersonId).ToHashSetAsync(ct);
        return new(row.session, row.activity, state, Attendance.Fold(log, 0), watched, students);
    }

    public Stretches AttendedBy(Guid personId) => Attended.GetValueOrDefault(personId, Stretches.None);

    public Stretches WatchedBy(Guid personId) => Watched.GetValueOrDefault(personId, Stretches.None);

    public CreditStanding StandingOf(Guid personId) =>
        CreditStanding.Of(Session.Credit, State, personId, AttendedBy(personId), WatchedBy(personId), Session.ReplayCountsUntil);
}
