using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Lessons;

/// <summary>Where a past class is given again, and as what. The local time is in the zone of that course.</summary>
public sealed record FlipWanted(Guid ModuleId, string Title, LocalDateTime? Due);

public sealed record FlippedInto(string Slug, Guid ActivityId);

/// <summary>Makes a lesson of a past class in a course that one teaches, as a draft; what was said and shown is copied by the job "flip-class".</summary>
public sealed class FlipClass(SchoolStore store, IClock clock)
{
    public Task<Outcome<FlippedInto>> Run(Viewer viewer, CourseAccess access, Guid classId, FlipWanted wanted, CancellationToken ct) => store.Write<FlippedInto>(async (db, token) =>
    {
        if (!access.CanTeach || await db.ClassSessionsVisibleTo(viewer).SingleOrDefaultAsync(s => s.ActivityId == classId && s.CourseId == access.Course.Id, token) is not { } source) return Refusal.NotFound;
        if (source.StartedAt is not { } started || source.EndedAt is not { } ended) return ReplayEdit.NotEnded;
        if (await db.DeletedRecordings.AnyAsync(d => d.ClassId == classId && d.Part == RecordingPart.All, token)) return DeletedRecording.Gone;
        var place = await (from one in db.Modules
                           join course in db.CoursesTaughtBy(viewer) on one.CourseId equals course.Id
                           where one.Id == wanted.ModuleId
                           select new { Module = one, course.Slug, course.TimeZone }).SingleOrDefaultAsync(token);
        if (place is null) return Refusal.NotFound;
        var last = await db.Activities.Where(a => a.ModuleId == wanted.ModuleId).MaxAsync(a => (int?)a.Position, token) ?? -1;
        var points = await db.Activities.Where(a => a.Id == classId).Select(a => a.Points).SingleAsync(token);
        var made = Activity.New(place.Module, ActivityKind.ClassSession, wanted.Title, last + 1, (int)Math.Ceiling((ended - started).TotalMinutes), points);
        if (made.IsRefused) return made.Refusal;
        var due = wanted.Due is { } local ? Domain.Schedule.LocalTimes.Resolve(local, DateTimeZoneProviders.Tzdb[place.TimeZone]).Instant : (Instant?)null;
        made.Value.Schedule(new(null, due, null));
        var now = clock.GetCurrentInstant();
        var lesson = ClassSession.Lesson(made.Value, classId, now);
        lesson.CountBy(source.Credit, null);
        db.AddRange(made.Value, lesson);
        db.Enqueue(Job.New(CopyFlipped.JobKind, $"{classId}/{made.Value.Id}/{viewer.PersonId}", now, now));
        db.Audit.Add(AuditEntry.New("ClassFlipped", viewer.PersonId, null, access.Course.Id, $"{classId} to {place.Slug}: {made.Value.Id}", now));
        await db.SaveChangesAsync(token);
        return new FlippedInto(place.Slug, made.Value.Id);
    }, ct);
}
