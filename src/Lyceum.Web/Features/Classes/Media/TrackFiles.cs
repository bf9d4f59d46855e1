using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lyceum.Web.Features.Classes.Media;

/// <summary>A recording of a class, to those who may see that it began; in ranges, and while it still grows.</summary>
public static class TrackFiles
{
    public static async Task<IResult> Send(string slug, Guid id, long track, SchoolDb db, ClassDoor door, SchoolSettings settings, CutTracks tracks, Words words, HttpContext http, CancellationToken ct)
    {
        var visit = http.Visit();
        var entry = await door.OpenRecord(slug, id, visit, ct);
        if (entry.IsRefused) return entry.Refusal.ToResult(words);
        return await SendPart(db.ClassEventsVisibleTo(visit.Viewer).Where(e => e.ClassId == id), track, entry.Value, db, settings, tracks, http, ct);
    }

    /// <param name="events">Those of one class, as far as <paramref name="who"/> may see them.</param>
    /// <param name="track">The sequence of the event with which it began.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="db">Of the school.</param>
    /// <param name="settings">Where the recordings lie.</param>
    /// <param name="tracks">What was cut out of them.</param>
    /// <param name="http">The request.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<IResult> SendPart(IQueryable<StoredClassEvent> events, long track, ClassActor who, SchoolDb db, SchoolSettings settings, CutTracks tracks, HttpContext http, CancellationToken ct)
    {
        var row = await events.SingleOrDefaultAsync(e => e.Sequence == track, ct);
        if (row?.ToLogged() is not { } logged || logged.Event.Bare() is not TrackBegan began || !logged.Audience.Includes(who.PersonId, who.IsStaff)) return Results.NotFound();
        var file = new FileInfo(Path.Combine(Path.GetFullPath(settings.RecordingsFolder), row.ClassId.ToString("N"), Path.GetFileName(began.File)));
        if (!file.Exists) return Results.NotFound();
        var cuts = who.IsStaff ? [] : await CutTracks.Of(db, row.ClassId, track, began, ct);
        if (cuts is null) return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-cache";
        var isSound = began.Source is MediaSource.Microphone or MediaSource.ScreenSound;
        var (content, version) = tracks.Open(file, cuts, !isSound);
        return Results.Stream(content, isSound ? "audio/webm" : "video/webm", entityTag: new EntityTagHeaderValue($"\"{version}\""), enableRangeProcessing: true);
    }
}
