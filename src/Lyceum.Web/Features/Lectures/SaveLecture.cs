using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Lectures;
using Lyceum.Web.Features.Library;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Lectures;

/// <summary>Changes the recording of a lecture, its captions, notes and chapters.</summary>
public sealed class SaveLecture(SchoolStore store, FileUploads uploads)
{
    public Task<Outcome<Done>> Describe(Viewer viewer, Guid activityId, RichText notes, IReadOnlyList<Chapter> chapters, CancellationToken ct) =>
        Change(viewer, activityId, (_, lecture) => lecture.Describe(notes, chapters), ct);

    public async Task<Outcome<Done>> Record(Viewer viewer, Guid activityId, Guid courseId, IFormFile upload, CancellationToken ct)
    {
        var type = ContentTypes.Of(upload.FileName);
        var isVideo = type.StartsWith("video/", StringComparison.Ordinal);
        if (!isVideo && !type.StartsWith("audio/", StringComparison.Ordinal))
            return Refusal.Invalid("A lecture is a video or a sound file: MP4, WebM, M4A, MP3, OGG.", "Media");
        var taken = await uploads.Take(upload, courseId, viewer.PersonId!.Value, isPrivate: false, ct);
        if (taken.IsRefused) return taken.Refusal;
        return await Change(viewer, activityId, (db, lecture) =>
        {
            db.Files.Add(taken.Value);
            lecture.Record(taken.Value.Id, isVideo, 0);
            return new Done();
        }, ct);
    }

    public async Task<Outcome<Done>> Caption(Viewer viewer, Guid activityId, Guid courseId, IFormFile upload, CancellationToken ct)
    {
        if (ContentTypes.Of(upload.FileName) != "text/vtt") return Refusal.Invalid("Captions are a WebVTT file: its name ends in .vtt.", "Captions");
        var taken = await uploads.Take(upload, courseId, viewer.PersonId!.Value, isPrivate: false, ct);
        if (taken.IsRefused) return taken.Refusal;
        return await Change(viewer, activityId, (db, lecture) =>
        {
            db.Files.Add(taken.Value);
            lecture.Caption(taken.Value.Id);
            return new Done();
        }, ct);
    }

    private Task<Outcome<Done>> Change(Viewer viewer, Guid activityId, Func<SchoolDb, Lecture, Outcome<Done>> change, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            var activity = await db.ActivitiesTaughtBy(viewer).SingleOrDefaultAsync(one => one.Id == activityId && one.Kind == ActivityKind.Lecture, token);
            if (activity is null) return Refusal.NotFound;
            var lecture = await db.Lectures.AsTracking().SingleOrDefaultAsync(one => one.ActivityId == activityId, token);
            if (lecture is null) db.Lectures.Add(lecture = Lecture.For(activity));
            var changed = change(db, lecture);
            if (!changed.IsRefused) await db.SaveChangesAsync(token);
            return changed;
        }, ct);
}
