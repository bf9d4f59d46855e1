using System.Globalization;
using System.Xml.Linq;
using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>
/// The sound of a course's classes as a podcast (RSS 2.0 with Apple's itunes tags), at an address that is one person's secret: a player cannot sign in.
/// What that person may not hear just now is not in it.
/// </summary>
public static class Podcasts
{
    private static readonly XNamespace Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/podcasts/{secret}", Feed).AllowAnonymous();
        routes.MapGet("/podcasts/{secret}/{id:guid}.ogg", Sound).AllowAnonymous();
    }

    private static async Task<IResult> Feed(string secret, SchoolDb db, AskForSound ask, RecordingFiles files, SchoolSettings settings, IClock clock, HttpContext http, CancellationToken ct)
    {
        if (await Open(db, secret, ct) is not { } listener) return Results.NotFound();
        var classes = await Heard(db, listener, clock.GetCurrentInstant(), ct);
        await ask.Run([.. classes.Select(c => c.Session.ActivityId)], again: false, ct);
        var ready = new List<XElement>();
        foreach (var one in classes)
            if (await ReadySound(db, one.Session.ActivityId, files, ct) is var (sound, _)) ready.Add(Item(one.Session, one.Title, sound, new Uri(settings.PublicAddress, $"/podcasts/{secret}/{sound.ClassId}.ogg")));
        var course = listener.Course;
        var rss = new XElement("rss", new XAttribute("version", "2.0"), new XAttribute(XNamespace.Xmlns + "itunes", Itunes.NamespaceName),
            new XElement("channel", new XElement("title", course.Title), new XElement("link", new Uri(settings.PublicAddress, $"/courses/{course.Slug}")),
                new XElement("description", course.Summary.Length > 0 ? course.Summary : course.Title), new XElement("language", "en"),
                new XElement(Itunes + "block", "Yes"), new XElement(Itunes + "explicit", "false"), ready));
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Text("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + rss, "application/rss+xml; charset=utf-8");
    }

    private static async Task<IResult> Sound(string secret, Guid id, SchoolDb db, RecordingFiles files, IClock clock, HttpContext http, CancellationToken ct)
    {
        if (await Open(db, secret, ct) is not { } listener || (await Heard(db, listener, clock.GetCurrentInstant(), ct)).All(c => c.Session.ActivityId != id)) return Results.NotFound();
        return await Send(db, id, files, http, ct);
    }

    /// <summary>To whoever may hear it.</summary>
    public static async Task<IResult> Send(SchoolDb db, Guid classId, RecordingFiles files, HttpContext http, CancellationToken ct)
    {
        if (await ReadySound(db, classId, files, ct) is not var (sound, path)) return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(path, "audio/ogg", enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{sound.Version}-{sound.Bytes:x}\""));
    }

    private sealed record Listener(Viewer Viewer, Course Course, Guid? SectionId);
    private sealed record HeardClass(ClassSession Session, string Title);

    // Whoever left the course, or was removed, hears nothing of it any more.
    private static async Task<Listener?> Open(SchoolDb db, string secret, CancellationToken ct) =>
        (await (from feed in db.PodcastFeeds
                join course in db.Courses on feed.CourseId equals course.Id
                join enrollment in db.Enrollments.Where(e => e.State == EnrollmentState.Active) on new { feed.CourseId, feed.PersonId } equals new { enrollment.CourseId, enrollment.PersonId }
                where feed.Secret == secret
                select new { feed.PersonId, course, enrollment.SectionId }).SingleOrDefaultAsync(ct)) is { } found
            ? new Listener(new Viewer(found.PersonId, false), found.course, found.SectionId) : null;

    private static async Task<List<HeardClass>> Heard(SchoolDb db, Listener listener, Instant now, CancellationToken ct)
    {
        var held = await (from session in db.ClassSessionsVisibleTo(listener.Viewer)
                          join activity in db.Activities on session.ActivityId equals activity.Id
                          where session.CourseId == listener.Course.Id && session.EndedAt != null && session.StartedAt != null
                              && !db.DeletedRecordings.Any(d => d.ClassId == session.ActivityId && d.Part != RecordingPart.Picture)
                          orderby session.EndedAt descending
                          select new { session, activity.Title, Terms = db.ReplayTerms.FirstOrDefault(t => t.ClassId == session.ActivityId) }).ToListAsync(ct);
        return [.. held.Where(h => h.Terms is null || h.Terms.IsOpenTo(listener.SectionId, now)).Select(h => new HeardClass(h.session, h.Title))];
    }

    // One that was made before the last cut is not to be had.
    private static async Task<(ClassSound, string)?> ReadySound(SchoolDb db, Guid classId, RecordingFiles files, CancellationToken ct)
    {
        var sound = await db.ClassSounds.SingleOrDefaultAsync(s => s.ClassId == classId && s.State == MakingState.Ready, ct);
        if (sound is null || sound.Version != await db.EditsVersion(classId, ct)) return null;
        var path = SoundMaker.FileOf(files, sound);
        return File.Exists(path) ? (sound, path) : null;
    }

    private static XElement Item(ClassSession session, string title, ClassSound sound, Uri address) => new("item",
        new XElement("title", title), new XElement("guid", new XAttribute("isPermaLink", "false"), $"{sound.ClassId}"),
        new XElement("pubDate", session.EndedAt!.Value.ToDateTimeUtc().ToString("r", CultureInfo.InvariantCulture)),
        new XElement("enclosure", new XAttribute("url", address), new XAttribute("length", sound.Bytes), new XAttribute("type", "audio/ogg")),
        new XElement(Itunes + "duration", (long)(session.EndedAt!.Value - session.StartedAt!.Value).TotalSeconds));
}
