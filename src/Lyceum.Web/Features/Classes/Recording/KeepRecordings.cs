using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>Says how long the recordings of a course, or of the school, are kept; null days in all three takes the course's own rule away.</summary>
public sealed class KeepRecordings(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Run(Viewer viewer, CourseAccess access, bool forSchool, int? pictureDays, int? mediaDays, int? allDays, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        if (forSchool ? !viewer.IsStaff : !access.CanTeach) return Refusal.NotFound;
        var id = forSchool ? Guid.Empty : access.Course.Id;
        var rule = await db.RecordingRules.AsTracking().SingleOrDefaultAsync(r => r.CourseId == id, token);
        if (rule is not null && pictureDays is null && mediaDays is null && allDays is null) db.RecordingRules.Remove(rule);
        else
        {
            var kept = rule ?? RecordingRule.For(id);
            if (kept.Keep(pictureDays, mediaDays, allDays) is { IsRefused: true } refused) return refused.Refusal;
            if (rule is null) db.RecordingRules.Add(kept);
        }
        db.Audit.Add(AuditEntry.New("RetentionChanged", viewer.PersonId, null, forSchool ? null : id, $"pictures {pictureDays}, sound {mediaDays}, all {allDays} days", clock.GetCurrentInstant()));
        await db.SaveChangesAsync(token);
        return new Done();
    }, ct);
}
