using Lyceum.Data;
using Lyceum.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Imports;

/// <summary>Notes what foreign things became here, by which the next import of the same package knows them.</summary>
internal static class ImportedRows
{
    public static async Task Remember(SchoolDb db, ImportPlan plan, ImportItemKind kind, IReadOnlyList<(string ForeignId, Guid OurId, string Fingerprint)> rows, CancellationToken ct)
    {
        var foreign = rows.Select(row => row.ForeignId).ToList();
        var known = await db.ImportItems.AsTracking().Where(item => item.CourseId == plan.Course.Id && item.Source == plan.Source && item.Kind == kind && foreign.Contains(item.ForeignId))
            .ToDictionaryAsync(item => item.ForeignId, ct);
        foreach (var (foreignId, ourId, fingerprint) in rows)
        {
            if (known.TryGetValue(foreignId, out var item)) item.Became(ourId, fingerprint);
            else db.ImportItems.Add(known[foreignId] = ImportItem.New(plan.Course.Id, plan.Source, kind, foreignId, ourId, fingerprint));
        }
    }
}
