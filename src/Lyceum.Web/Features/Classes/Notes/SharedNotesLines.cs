using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Notes;

/// <summary>What lies after one sequence, in order, each update in base 64. Mirrored in client/class/notes/shared-wire.ts.</summary>
public sealed record MissedNotes(long Through, IReadOnlyList<string> Updates);

/// <summary>What somebody wrote, in base 64.</summary>
public sealed record WrittenNotes(string? Update);

/// <summary>The notes that a class writes together, to and from those who write.</summary>
public static class SharedNotesLines
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/courses/{slug}/classes/{id:guid}/shared-notes/updates", Read);
        routes.MapPost("/courses/{slug}/classes/{id:guid}/shared-notes/updates", Write).RequireToken();
    }

    private static async Task<IResult> Read(string slug, Guid id, long? after, SchoolDb db, ClassDoor door, Words words, HttpContext http, CancellationToken ct)
    {
        var visit = http.Visit();
        var who = await door.OpenRecord(slug, id, visit, ct);
        if (who.IsRefused) return who.Refusal.ToResult(words);
        var updates = await db.SharedNoteUpdatesVisibleTo(visit.Viewer, id).Where(update => update.Sequence > (after ?? 0)).ToListAsync(ct);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Ok(new MissedNotes(updates.Count == 0 ? after ?? 0 : updates[^1].Sequence, updates.ConvertAll(update => Convert.ToBase64String(update.Content))));
    }

    private static async Task<IResult> Write(string slug, Guid id, WrittenNotes written, WriteSharedNotes write, ClassRooms rooms, ClassDoor door, Words words, HttpContext http, CancellationToken ct)
    {
        var who = await door.OpenRecord(slug, id, http.Visit(), ct);
        if (who.IsRefused) return who.Refusal.ToResult(words);
        if (Bytes(written.Update) is not { } content) return SharedNoteRefusals.NoUpdate.ToResult(words);
        var kept = await write.Run(id, who.Value, content, ct);
        if (!kept.IsRefused && kept.Value > 0 && await rooms.Find(id) is { } room) room.SignalToAll(new NotesWritten(kept.Value));
        return kept.ToResult(words, _ => Results.NoContent());
    }

    private static byte[]? Bytes(string? text)
    {
        var bytes = new byte[(text?.Length ?? 0) * 3 / 4 + 3];
        return text is { Length: > 0 } && Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
