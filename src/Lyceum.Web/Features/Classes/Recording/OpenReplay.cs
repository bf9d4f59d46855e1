using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>Says from when students can replay a class: all of them, or those of a section at another time.</summary>
public sealed class OpenReplay(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Run(Viewer viewer, CourseAccess access, Guid classId, bool isHeldBack, Instant? opensAt, IReadOnlyList<SectionOpening> bySection, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            if (!access.CanTeach || !await db.ClassSessionsVisibleTo(viewer).AnyAsync(s => s.ActivityId == classId && s.CourseId == access.Course.Id, token)) return Refusal.NotFound;
            var terms = await db.ReplayTerms.AsTracking().SingleOrDefaultAsync(t => t.ClassId == classId, token);
            if (terms is null) db.ReplayTerms.Add(terms = ReplayTerms.For(classId));
            terms.Open(isHeldBack, opensAt, bySection);
            db.Audit.Add(AuditEntry.New("ReplayOpeningChanged", viewer.PersonId, null, access.Course.Id, $"{classId}: {(isHeldBack ? "held back" : opensAt?.ToString() ?? "at once")}", clock.GetCurrentInstant()));
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
}
