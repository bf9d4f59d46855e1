using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>Says how long somebody was in a class where the log does not know it, or takes that back; each time with an entry for the school's staff.</summary>
public sealed class CorrectAttendance(SchoolStore store, SettleCredit credit, IClock clock)
{
    /// <param name="viewer">Who corrects.</param>
    /// <param name="access">Their way into the course; only with the right to grade.</param>
    /// <param name="classId">Of this course.</param>
    /// <param name="personId">A student of it.</param>
    /// <param name="minutes">Null = as the log has it.</param>
    /// <param name="reason">For the record.</param>
    /// <param name="ct">Cancels before it is durable.</param>
    public async Task<Outcome<Done>> Run(Viewer viewer, CourseAccess access, Guid classId, Guid personId, int? minutes, string? reason, CancellationToken ct)
    {
        if (!access.CanGrade || viewer.PersonId is not { } me) return Refusal.NotFound;
        var kept = await store.Write(async (db, token) =>
        {
            var session = await db.ClassSessionsVisibleTo(viewer).SingleOrDefaultAsync(s => s.ActivityId == classId && s.CourseId == access.Course.Id, token);
            if (session is null || !await db.Enrollments.AnyAsync(e => e.CourseId == session.CourseId && e.PersonId == personId, token)) return Refusal.NotFound;
            if (session.StartedAt is null) return ClassRefusals.NotStarted;
            return await Keep(db, session, personId, minutes, reason, me, token);
        }, ct);
        if (!kept.IsRefused) await credit.ForPerson(classId, personId, ct);
        return kept;
    }

    private async Task<Outcome<Done>> Keep(SchoolDb db, ClassSession session, Guid personId, int? minutes, string? reason, Guid me, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var known = await db.AttendanceCorrections.AsTracking().SingleOrDefaultAsync(c => c.ClassId == session.ActivityId && c.PersonId == personId, ct);
        if (minutes is { } said)
        {
            var correction = known ?? AttendanceCorrection.For(session.ActivityId, personId);
            if (correction.Say(said, reason, me, now) is { IsRefused: true } refused) return refused.Refusal;
            if (known is null) db.AttendanceCorrections.Add(correction);
            db.Audit.Add(AuditEntry.New("AttendanceCorrected", me, personId, session.CourseId, $"{session.ActivityId}: {said} min. {correction.Reason}", now));
        }
        else if (known is not null)
        {
            db.AttendanceCorrections.Remove(known);
            db.Audit.Add(AuditEntry.New("AttendanceCorrectionWithdrawn", me, personId, session.CourseId, $"{session.ActivityId}", now));
        }
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
