using Lyceum.Data;
using Lyceum.Domain.Imports;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Imports;

/// <summary>Writes a plan, whole, within one write.</summary>
internal sealed class WriteImport(SchoolDb db, ImportPlan plan, Guid actor, Instant now)
{
    private readonly List<ImportLoss> losses = [.. plan.Losses];
    private Dictionary<(ImportItemKind, string), ImportItem> items = [];

    public async Task<ImportReport> Run(string title, CancellationToken ct)
    {
        if (plan.IsNewCourse)
            db.Courses.Add(plan.Course);
        items = await db.ImportItems.AsTracking().Where(i => i.CourseId == plan.Course.Id && i.Source == plan.Source).ToDictionaryAsync(i => (i.Kind, i.ForeignId), ct);
        foreach (var module in plan.Modules.Where(m => m.IsNew))
        {
            db.Modules.Add(module.Module);
            Remember(ImportItemKind.Module, module.ForeignId, module.Module.Id, "");
        }
        foreach (var file in plan.Files.Where(f => f.IsNew))
        {
            db.Files.Add(file.File);
            Remember(ImportItemKind.File, file.Path, file.File.Id, file.File.Hash);
        }
        var taken = new List<ImportedItem>();
        foreach (var activity in plan.Activities)
            taken.Add(await Write(activity, ct));
        db.Audit.Add(AuditEntry.New("CartridgeImported", actor, null, plan.Course.Id, title, now));
        return new ImportReport(title, taken, losses)
        {
            Modules = plan.Modules.Count(m => m.IsNew), Files = plan.Files.Count(f => f.IsNew),
            Questions = plan.Activities.Sum(a => a.Content?.Questions ?? 0),
        };
    }

    private async Task<ImportedItem> Write(PlannedActivity planned, CancellationToken ct)
    {
        var fate = planned switch
        {
            { IsNew: true } => await Make(planned, ct),
            { Content: null } => ImportFate.Unchanged,
            _ => await Update(planned, ct),
        };
        return new ImportedItem(planned.Activity.Id, planned.Activity.Kind, planned.Activity.Title, planned.Module.Module.Title, fate);
    }

    private async Task<ImportFate> Make(PlannedActivity planned, CancellationToken ct)
    {
        db.Activities.Add(planned.Activity);
        await planned.Content!.Save(db, planned.Activity, now, ct);
        Remember(ImportItemKind.Activity, planned.Item.Identifier, planned.Activity.Id, planned.Fingerprint);
        return ImportFate.Made;
    }

    private async Task<ImportFate> Update(PlannedActivity planned, CancellationToken ct)
    {
        var activity = await db.Activities.AsTracking().IgnoreQueryFilters().SingleAsync(a => a.Id == planned.Activity.Id, ct);
        if (activity.RemovedAt is not null)
            return ImportFate.LeftAlone;
        if (await planned.Content!.Save(db, activity, now, ct) is { } sentence)
        {
            losses.Add(new ImportLoss(planned.Item.Title, sentence, []));
            return ImportFate.LeftAlone;
        }
        // Whether students see it, and when, is the course's own by now.
        activity.Describe(planned.Activity.Title, planned.Content.EffortMinutes, planned.Activity.Points);
        Remember(ImportItemKind.Activity, planned.Item.Identifier, activity.Id, planned.Fingerprint);
        return ImportFate.Updated;
    }

    private void Remember(ImportItemKind kind, string foreignId, Guid ourId, string fingerprint)
    {
        if (items.TryGetValue((kind, foreignId), out var item))
            item.Became(ourId, fingerprint);
        else
            db.ImportItems.Add(items[(kind, foreignId)] = ImportItem.New(plan.Course.Id, plan.Source, kind, foreignId, ourId, fingerprint));
    }
}
