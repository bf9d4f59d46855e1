using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>Somebody asks to be taken out of a recording; the instructors of the course are told.</summary>
public sealed class AskForRemoval(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Run(Viewer viewer, Course course, Guid classId, ReplayEditKind kind, long fromMs, long untilMs, string? reason, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            if (viewer.PersonId is not { } me) return Refusal.NotFound;
            var session = await db.ClassSessionsVisibleTo(viewer).SingleOrDefaultAsync(s => s.ActivityId == classId && s.CourseId == course.Id, token);
            if (session is null) return Refusal.NotFound;
            if (session.EndedAt is null) return ReplayEdit.NotEnded;
            if (await db.RemovalRequests.CountAsync(r => r.ClassId == classId && r.PersonId == me && r.State == RemovalState.Open, token) >= RemovalRequest.MostOpen) return RemovalRequest.TooManyOpen;
            var now = clock.GetCurrentInstant();
            var request = RemovalRequest.Ask(classId, me, kind, fromMs, untilMs, reason, now);
            if (request.IsRefused) return request.Refusal;
            db.RemovalRequests.Add(request.Value);
            var title = await db.Activities.Where(a => a.Id == classId).Select(a => a.Title).SingleAsync(token);
            foreach (var instructor in await db.Enrollments.Where(e => e.CourseId == course.Id && e.Role == CourseRole.Instructor && e.State == EnrollmentState.Active).Select(e => e.PersonId).ToListAsync(token))
                db.Notifications.Add(Notification.New(instructor, "Somebody asks to be taken out of the recording of {0}", [title], $"/courses/{course.Slug}/classes/{classId}/recording", now, course.Id, me));
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
}
