using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lyceum.Web.Features.Classes.Media;

/// <summary>A recording of a class, to those who may see that it began; in ranges, and while it still grows.</summary>
public static class TrackFiles
{
    public static async Task<IResult> Send(string slug, Guid id, long track, SchoolDb db, ClassDoor door, RecordingFiles files, CutTracks tracks, Words words, HttpContext http, CancellationToken ct)
    {
        var visit = http.Visit();
        var entry = await door.OpenRecord(slug, id, visit, ct);
        if (entry.IsRefused) return entry.Refusal.ToResult(words);
        return await SendPart(db.ClassEventsVisibleTo(visit.Viewer).Where(e => e.ClassId == id), track, entry.Value, db, files, tracks, http, ct);
    }

    /// <param name="events">Those of one class, as far as <paramref name="who"/> may see them.</param>
    /// <param name="track">The sequence of the event with which it began.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="db">Of the school.</param>
    /// <param name="files">Where the recordings lie.</param>
    /// <param name="tracks">What was cut out of them.</param>
    /// <param name="http">The request.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<IResult> SendPart(IQueryable<StoredClassEvent> events, long track, ClassActor who, SchoolDb db, RecordingFiles files, CutTracks tracks, HttpContext http, CancellationToken ct)
    {
        var row = await events.SingleOrDefaultAsync(e => e.Sequence == track, ct);
        if (row?.ToLogged() is not { } logged || logged.Event.Bare() is not TrackBegan began || !logged.Audience.Includes(who.PersonId, who.IsStaff)) return Results.NotFound();
        var cuts = who.IsStaff ? [] : await CutTracks.Of(db, row.ClassId, track, began, ct);
        if (cuts is null || await files.Open(db, row.ClassId, began.File, ct) is not { } file) return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-cache";
        var isSound = began.Source is MediaSource.Microphone or MediaSource.ScreenSound;
        var (content, version) = await tracks.Open(file, cuts, !isSound, ct);
        return Results.Stream(content, isSound ? "audio/webm" : "video/webm", entityTag: new EntityTagHeaderValue($"\"{version}\""), enableRangeProcessing: true);
    }
}
