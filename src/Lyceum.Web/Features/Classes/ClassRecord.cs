using System.Collections.Immutable;
using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>A class, folded: who was there and when, who watched what, who answered which poll.</summary>
public sealed record ClassRecord(
    ClassSession Session, Activity Activity, ClassState State, long LengthMs, ImmutableDictionary<Guid, Stretches> Attended, Dictionary<Guid, Stretches> Watched, HashSet<Guid> Students,
    Dictionary<Guid, Duration> DueLater, Dictionary<Guid, AttendanceCorrection> Corrections, Stretches Cuts)
{
    /// <summary>For the school itself, not for a viewer: whoever shows it has let the viewer in. Null when there is no such class, or it has not begun.</summary>
    public static async Task<ClassRecord?> Read(SchoolDb db, Guid classId, Instant now, CancellationToken ct)
    {
        var row = await (from session in db.ClassSessions
                         join activity in db.Activities on session.ActivityId equals activity.Id
                         where session.ActivityId == classId && session.StartedAt != null
                         select new { session, activity }).SingleOrDefaultAsync(ct);
        if (row is null) return null;
        var log = await ClassLog.ReadAfter(db, classId, 0, ct);
        var state = log.Aggregate(ClassState.Empty, (folded, logged) => folded.Apply(logged));
        var watched = await db.ReplayWatches.Where(w => w.ClassId == classId).ToDictionaryAsync(w => w.PersonId, w => w.Watched, ct);
        var students = await db.Enrollments.Where(e => e.CourseId == row.session.CourseId && e.Role == CourseRole.Student && e.State == EnrollmentState.Active
                && (row.session.SectionId == null || e.SectionId == row.session.SectionId))
            .Select(e => e.PersonId).ToHashSetAsync(ct);
        var later = await db.Accommodations.Where(granted => granted.CourseId == row.session.CourseId && granted.DueLater > Duration.Zero)
            .ToDictionaryAsync(granted => granted.PersonId, granted => granted.DueLater, ct);
        var corrections = await db.AttendanceCorrections.Where(c => c.ClassId == classId).ToDictionaryAsync(c => c.PersonId, ct);
        var length = state.OffsetAt(now);
        var cuts = Stretches.Of(await db.StandingEditsOf(classId).Where(e => e.Kind == ReplayEditKind.Cut).Select(e => new WatchedInterval(e.FromMs, e.UntilMs)).ToListAsync(ct));
        // A lesson is attended by nobody: whoever stands in its log recorded it.
        var attended = row.session.IsLesson ? ImmutableDictionary<Guid, Stretches>.Empty : Attendance.Fold(log, length);
        return new(row.session, row.activity, state, length, attended, watched, students, later, corrections, cuts);
    }

    /// <summary>As staff corrected it, or as the log has it.</summary>
    public Stretches AttendedBy(Guid personId) => Corrections.TryGetValue(personId, out var correction) ? correction.There.Within(0, LengthMs) : Attended.GetValueOrDefault(personId, Stretches.None);

    public Stretches WatchedBy(Guid personId) => Watched.GetValueOrDefault(personId, Stretches.None);

    /// <summary>Was in the lobby, or waited at the door, and never in the class.</summary>
    public bool OnlyCame(Guid personId) =>
        AttendedBy(personId).TotalMs == 0 && (State.People.ContainsKey(personId) || State.Door.Waiting.Any(w => w.PersonId == personId)) && LateDeedsOf(personId) == 0 && WatchedBy(personId).TotalMs == 0;

    /// <summary>What this person added to the class after it: lines, questions, answers.</summary>
    public int LateDeedsOf(Guid personId) =>
        State.Chat.Count(l => l.IsLate && l.PersonId == personId) + State.Questions.Count(q => q.IsLate && q.PersonId == personId)
        + State.Polls.Count(p => p.Answers.TryGetValue(personId, out var answer) && answer.IsLate);

    /// <summary>Until when watching the replay counts for this person; null = without end.</summary>
    public Instant? CountsUntil(Guid personId) => (Session.IsLesson ? Activity.Due : Session.ReplayCountsUntil) + DueLater.GetValueOrDefault(personId);

    public CreditStanding StandingOf(Guid personId) =>
        CreditStanding.Of(Session.Credit.For(Session), State, LengthMs, personId, AttendedBy(personId), WatchedBy(personId), CountsUntil(personId), Cuts);
}
