using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Imports;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Imports;

/// <summary>
/// Writes a plan in parts, so that nobody waits long for the one writer: first the course, modules and files, then some activities at a
/// time, each with all that belongs to it, then the report. What stops it half-way takes back the parts that were written (decision 0070).
/// </summary>
internal sealed class WriteImport(SchoolStore store, ImportPlan plan, Import asked, IClock clock)
{
    /// <summary>An activity counts as one, and so does each of its questions.</summary>
    private const int MostAPart = 60;

    private const int MostFiles = 500;
    private readonly List<ImportLoss> losses = [.. plan.Losses];
    private readonly List<ImportedItem> taken = [];
    private readonly TakeBackImport takeBack = new(store, plan, asked);

    public async Task Run(string title, CancellationToken ct)
    {
        var isWhole = false;
        try
        {
            await Write((db, import) => Frame(db, import), 0, ct);
            foreach (var files in plan.Files.Where(file => file.IsNew).Chunk(MostFiles)) await Write((db, _) => Files(db, files, ct), 0, ct);
            foreach (var part in Parts())
            {
                var written = await Write((db, _) => WriteActivities.Of(db, plan, part, clock.GetCurrentInstant(), ct), taken.Count + part.Count, ct);
                taken.AddRange(written.Taken);
                losses.AddRange(written.Losses);
            }
            await Write((db, import) => Finish(db, import, title, ct), taken.Count, ct);
            isWhole = true;
        }
        finally
        {
            if (!isWhole) await takeBack.Run();
        }
    }

    private async Task<T> Write<T>(Func<SchoolDb, Import, Task<T>> part, int done, CancellationToken ct) => (await store.Write<T>(async (db, token) =>
    {
        var import = await db.Imports.AsTracking().SingleAsync(one => one.Id == asked.Id, token);
        import.Advance(ImportStep.Saving, done, plan.Activities.Count);
        var written = await part(db, import);
        await db.SaveChangesAsync(token);
        return written;
    }, ct)).Value;

    private async Task<Done> Frame(SchoolDb db, Import import)
    {
        // The lease of a job may run out while it is worked off: the second worker stops here, with nothing written.
        if (import.IsOver || (plan.IsNewCourse && import.CourseId is not null)) throw new InvalidOperationException($"Another worker has taken import {asked.Id}.");
        if (plan.IsNewCourse) db.Courses.Add(plan.Course);
        if (plan.IsNewCourse) import.Into(plan.Course.Id);
        var modules = plan.Modules.Where(module => module.IsNew).ToList();
        db.Modules.AddRange(modules.Select(module => module.Module));
        await ImportedRows.Remember(db, plan, ImportItemKind.Module, [.. modules.Select(module => (module.ForeignId, module.Module.Id, ""))], default);
        return new Done();
    }

    private async Task<Done> Files(SchoolDb db, PlannedFile[] files, CancellationToken ct)
    {
        db.Files.AddRange(files.Select(file => file.File));
        await ImportedRows.Remember(db, plan, ImportItemKind.File, [.. files.Select(file => (file.Path, file.File.Id, file.File.Hash))], ct);
        return new Done();
    }

    private async Task<Done> Finish(SchoolDb db, Import import, string title, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var packed = import.FileId;
        db.Audit.Add(AuditEntry.New("CartridgeImported", asked.AskedBy, null, plan.Course.Id, title, now));
        import.Finish(plan.Course.Id, new ImportReport(title, taken, losses)
        {
            Modules = plan.Modules.Count(module => module.IsNew), Files = plan.Files.Count(file => file.IsNew),
            Questions = plan.Activities.Sum(activity => activity.Content?.Questions ?? 0),
        }, now);
        db.Files.RemoveRange(await db.Files.AsTracking().Where(file => file.Id == packed).ToListAsync(ct));
        return new Done();
    }

    private IEnumerable<List<PlannedActivity>> Parts()
    {
        var (part, size) = (new List<PlannedActivity>(), 0);
        foreach (var activity in plan.Activities)
        {
            var weight = activity.Content is { } content ? 1 + content.Questions : 0;
            if (part.Count > 0 && size + weight > MostAPart)
            {
                yield return part;
                (part, size) = ([], 0);
            }
            part.Add(activity);
            size += weight;
        }
        if (part.Count > 0) yield return part;
    }
}
