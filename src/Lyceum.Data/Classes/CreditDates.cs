using Lyceum.Domain.Courses;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Data.Classes;

/// <summary>When the credit of a class is settled: by the jobs "settle-credit", written with whatever gives cause to it.</summary>
public static class CreditDates
{
    /// <summary>Of a class that has ended: now, and when its time is over. Whoever changes its date calls this again; what is settled once too often changes nothing.</summary>
    public static void PlanCredit(this SchoolDb db, Guid classId, Instant? until, Instant now)
    {
        db.Enqueue(Job.New("settle-credit", classId.ToString(), now, now));
        if (until is { } last) db.Enqueue(Job.New("settle-credit", classId.ToString(), last + Duration.FromMinutes(1), now));
    }

    /// <summary>After another date was given to an activity: a lesson counts until then.</summary>
    public static async Task FollowDue(this SchoolDb db, Activity activity, Instant now, CancellationToken ct)
    {
        if (activity.Kind == ActivityKind.ClassSession && await db.ClassSessions.AnyAsync(session => session.ActivityId == activity.Id && session.IsLesson && session.EndedAt != null, ct))
            db.PlanCredit(activity.Id, activity.Due, now);
    }
}
