using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Data.Courses;

public static class Accommodations
{
    /// <summary>What is added to everything that is due in the course for this person; nothing for most.</summary>
    public static Task<Duration> DueLaterFor(this SchoolDb db, Guid courseId, Guid personId, CancellationToken ct) =>
        db.Accommodations.Where(granted => granted.CourseId == courseId && granted.PersonId == personId).Select(granted => granted.DueLater).SingleOrDefaultAsync(ct);

    /// <summary>Everybody in the course to whom something was granted.</summary>
    public static Task<Dictionary<Guid, Accommodation>> AccommodationsIn(this SchoolDb db, Guid courseId, CancellationToken ct) =>
        db.Accommodations.Where(granted => granted.CourseId == courseId).ToDictionaryAsync(granted => granted.PersonId, ct);
}
