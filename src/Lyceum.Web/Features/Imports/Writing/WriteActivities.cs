using Lyceum.Data;
using Lyceum.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Imports;

/// <summary>What became of the activities of one part.</summary>
internal sealed record WrittenPart(IReadOnlyList<ImportedItem> Taken, IReadOnlyList<ImportLoss> Losses);

/// <summary>Writes some of a plan's activities with their content, within the write that it is called in.</summary>
internal static class WriteActivities
{
    public static async Task<WrittenPart> Of(SchoolDb db, ImportPlan plan, IReadOnlyList<PlannedActivity> part, Instant now, CancellationToken ct)
    {
        var taken = new List<ImportedItem>();
        var losses = new List<ImportLoss>();
        var written = new List<(string, Guid, string)>();
        foreach (var planned in part)
        {
            var fate = planned switch
            {
                { IsNew: true } => await Make(db, planned, now, ct),
                { Content: null } => ImportFate.Unchanged,
                _ => await Update(db, planned, losses, now, ct),
            };
            if (fate is ImportFate.Made or ImportFate.Updated) written.Add((planned.Item.Identifier, planned.Activity.Id, planned.Fingerprint));
            taken.Add(new ImportedItem(planned.Activity.Id, planned.Activity.Kind, planned.Activity.Title, planned.Module.Module.Title, fate));
        }
        await ImportedRows.Remember(db, plan, ImportItemKind.Activity, written, ct);
        return new(taken, losses);
    }

    private static async Task<ImportFate> Make(SchoolDb db, PlannedActivity planned, Instant now, CancellationToken ct)
    {
        db.Activities.Add(planned.Activity);
        await planned.Content!.Save(db, planned.Activity, now, ct);
        return ImportFate.Made;
    }

    private static async Task<ImportFate> Update(SchoolDb db, PlannedActivity planned, List<ImportLoss> losses, Instant now, CancellationToken ct)
    {
        var activity = await db.Activities.AsTracking().IgnoreQueryFilters().SingleAsync(one => one.Id == planned.Activity.Id, ct);
        if (activity.RemovedAt is not null) return ImportFate.LeftAlone;
        if (await planned.Content!.Save(db, activity, now, ct) is { } sentence)
        {
            losses.Add(new ImportLoss(planned.Item.Title, sentence, []));
            return ImportFate.LeftAlone;
        }
        // Whether students see it, and when, is the course's own by now.
        activity.Describe(planned.Activity.Title, planned.Content.EffortMinutes, planned.Activity.Points);
        return ImportFate.Updated;
    }
}
