using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Domain.School;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>
/// Folds the log of a class that has ended into grades and progress. Earned credit stands; when its time is over, what was not earned is missing, and open again when it is given more.
/// Does the jobs "settle-credit": the id of a class, or of a class and a person.
/// </summary>
public sealed class SettleCredit(SchoolStore store, IServiceScopeFactory scopes, IClock clock) : IJobHandler
{
    public string Kind => "settle-credit";

    public Task Run(Job job, CancellationToken ct)
    {
        var ids = job.Payload.Split('/');
        return ids.Length == 1 ? ForClass(Guid.Parse(ids[0]), ct) : ForPerson(Guid.Parse(ids[0]), Guid.Parse(ids[1]), ct);
    }

    public async Task ForClass(Guid classId, CancellationToken ct)
    {
        if (await Read(classId, ct) is { } record)
        {
            foreach (var personId in record.Students) await Settle(record, personId, ct);
            await SettleLater(record, ct);
        }
    }

    /// <summary>The class is settled when its time is over; whoever was granted longer is settled again when theirs is.</summary>
    private Task<Outcome<Done>> SettleLater(ClassRecord record, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        if (!(now > (record.Session.IsLesson ? record.Activity.Due : record.Session.ReplayCountsUntil))) return new Done();
        foreach (var personId in record.Students.Where(one => now <= record.CountsUntil(one)))
            db.Enqueue(Job.New(Kind, $"{record.Session.ActivityId}/{personId}", record.CountsUntil(personId)!.Value + Duration.FromMinutes(1), now));
        await db.SaveChangesAsync(token);
        return new Done();
    }, ct);

    public async Task ForPerson(Guid classId, Guid personId, CancellationToken ct)
    {
        if (await Read(classId, ct) is { } record && record.Students.Contains(personId)) await Settle(record, personId, ct);
    }

    private async Task<ClassRecord?> Read(Guid classId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var record = await ClassRecord.Read(scope.ServiceProvider.GetRequiredService<SchoolDb>(), classId, clock.GetCurrentInstant(), ct);
        // Of a class whose log is deleted nothing can be folded any more; what it earned stands.
        var isGone = await scope.ServiceProvider.GetRequiredService<SchoolDb>().DeletedRecordings.AnyAsync(d => d.ClassId == classId && d.Part == RecordingPart.All, ct);
        return record is { Session.HasEnded: true } && !isGone ? record : null;
    }

    private Task<Outcome<Done>> Settle(ClassRecord record, Guid personId, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        var standing = record.StandingOf(personId);
        var isOver = now > record.CountsUntil(personId);
        await Advance(db, record, personId, standing, isOver, now, token);
        if (record.Activity.Points is { } points) await Record(db, record, personId, standing, points, isOver, now, token);
        await db.SaveChangesAsync(token);
        return new Done();
    }, ct);

    private static async Task Advance(SchoolDb db, ClassRecord record, Guid personId, CreditStanding standing, bool isOver, Instant now, CancellationToken ct)
    {
        var progress = await db.Progress.AsTracking().SingleOrDefaultAsync(p => p.ActivityId == record.Activity.Id && p.PersonId == personId, ct);
        if (progress is null)
        {
            if (standing.CoveredMs == 0) return;
            db.Progress.Add(progress = ActivityProgress.Begin(record.Activity, personId, now));
        }
        progress.Advance(standing.LengthMs == 0 ? 0 : (double)standing.CoveredMs / standing.LengthMs, now, (int)(standing.CoveredMs / 60_000), (int)(standing.LengthMs / 60_000));
        if (standing.IsEarned && !isOver) progress.Finish(now);
    }

    private static async Task Record(SchoolDb db, ClassRecord record, Guid personId, CreditStanding standing, decimal points, bool isOver, Instant now, CancellationToken ct)
    {
        var grade = await db.Grades.AsTracking().SingleOrDefaultAsync(g => g.ActivityId == record.Activity.Id && g.PersonId == personId, ct);
        var wasEarned = grade is { State: GradeState.Scored, Score: not null };
        if (wasEarned) return;
        if (!standing.IsEarned && !isOver)
        {
            // It was missing by an earlier date.
            if (grade is { State: GradeState.Missing, IsByHand: false }) db.Grades.Remove(grade);
            return;
        }
        if (grade is null) db.Grades.Add(grade = Grade.For(record.Activity.Id, record.Activity.CourseId, personId, now));
        if (standing.IsEarned) grade.Record(points, isLate: false, needsGrading: false, now);
        else grade.MarkMissing(now);
        grade.Release(now);
    }
}
