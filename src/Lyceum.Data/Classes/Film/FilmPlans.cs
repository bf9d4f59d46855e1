using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Data.Classes;

public static class FilmPlans
{
    /// <summary>Of an ended class, as students may hear and see it. For the school itself, not for a viewer.</summary>
    public static async Task<FilmPlan> Read(SchoolDb db, Guid classId, CancellationToken ct) =>
        new(await ClassLog.ReadAfter(db, classId, 0, ct), await db.StandingEditsOf(classId).ToListAsync(ct));
}
