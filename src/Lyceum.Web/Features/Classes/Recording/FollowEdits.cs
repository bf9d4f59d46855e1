using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>Brings an ended class that is open in memory to what was taken out of it, whoever did that and on whichever node.</summary>
internal static class FollowEdits
{
    public static async Task Run(SchoolDb db, ClassRoom room, CancellationToken ct)
    {
        if (room.State.Phase != ClassPhase.Ended) return;
        var id = room.Session.ActivityId;
        var edits = (Made: await db.ReplayEdits.CountAsync(e => e.ClassId == id, ct), Undone: await db.ReplayEdits.CountAsync(e => e.ClassId == id && e.UndoneAt != null, ct));
        if (edits == room.Edits) return;
        var log = await ClassLog.ReadAfter(db, id, 0, ct);
        room.Edit(new EditedReplay(await db.StandingEditsOf(id).ToListAsync(ct), log), log, edits);
    }
}
