using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes;

/// <summary>The log of a class from its start, as far as one may see it.</summary>
public static class ReplayLogs
{
    public static async Task<IResult> Send(string slug, Guid id, SchoolDb db, ClassDoor door, Words words, HttpContext http, CancellationToken ct)
    {
        var visit = http.Visit();
        var who = await door.OpenRecord(slug, id, visit, ct);
        if (who.IsRefused) return who.Refusal.ToResult(words);
        var log = await Read(db, id, who.Value, visit.Viewer, ct);
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Json(log, ClassJson.Options);
    }

    public static Task<ReplayLog> Read(SchoolDb db, Guid id, ClassActor who, Viewer viewer, CancellationToken ct) =>
        Read(db, id, db.ClassEventsVisibleTo(viewer).Where(e => e.ClassId == id), who, viewer, ct);

    public static async Task<ReplayLog> Read(SchoolDb db, Guid id, IQueryable<StoredClassEvent> visible, ClassActor who, Viewer viewer, CancellationToken ct)
    {
        var rows = await visible.OrderBy(e => e.Sequence).ToListAsync(ct);
        var last = await db.ClassEvents.Where(e => e.ClassId == id).MaxAsync(e => (long?)e.Sequence, ct) ?? 0;
        var edits = await db.StandingEditsOf(id).ToListAsync(ct);
        var events = rows.Select(row => row.ToLogged()).Where(e => e.Audience.Includes(who.PersonId, who.IsStaff));
        if (edits.Count > 0 && !who.IsStaff)
        {
            var edited = new EditedReplay(edits, await ClassLog.ReadAfter(db, id, 0, ct));
            events = events.Select(e => edited.Show(e, who.PersonId)).OfType<LoggedEvent>();
        }
        var watched = await db.ReplayWatchesVisibleTo(viewer).SingleOrDefaultAsync(w => w.ClassId == id && w.PersonId == who.PersonId, ct);
        return new(last, who.PersonId, who.Role, [.. events.Select(e => e.AsSeen())], watched?.Intervals ?? [], [.. EditedReplay.CutsOf(edits)]);
    }
}
