using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Domain.Readings;
using Lyceum.Web.Features.Library;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Readings;

/// <summary>Changes the text of a reading and the files beside it.</summary>
public sealed class SaveReading(SchoolStore store, FileUploads uploads)
{
    public Task<Outcome<Done>> Write(Viewer viewer, Guid activityId, RichText body, CancellationToken ct) =>
        Change(viewer, activityId, (_, reading) => reading.Write(body), ct);

    public async Task<Outcome<Done>> Attach(Viewer viewer, Guid activityId, Guid courseId, IFormFile upload, CancellationToken ct)
    {
        var taken = await uploads.Take(upload, courseId, viewer.PersonId!.Value, isPrivate: false, ct);
        if (taken.IsRefused) return taken.Refusal;
        return await Change(viewer, activityId, (db, reading) => Add(db, reading, taken.Value), ct);
    }

    public Task<Outcome<Done>> Detach(Viewer viewer, Guid activityId, Guid fileId, CancellationToken ct) =>
        Change(viewer, activityId, (_, reading) => { reading.Detach(fileId); return new Done(); }, ct);

    private static Outcome<Done> Add(SchoolDb db, Reading reading, StoredFile file)
    {
        db.Files.Add(file);
        return reading.Attach(file.Id);
    }

    private Task<Outcome<Done>> Change(Viewer viewer, Guid activityId, Func<SchoolDb, Reading, Outcome<Done>> change, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            var activity = await db.ActivitiesTaughtBy(viewer).SingleOrDefaultAsync(one => one.Id == activityId && one.Kind == ActivityKind.Reading, token);
            if (activity is null) return Refusal.NotFound;
            var reading = await db.Readings.AsTracking().SingleOrDefaultAsync(one => one.ActivityId == activityId, token);
            if (reading is null) db.Readings.Add(reading = Reading.For(activity));
            var changed = change(db, reading);
            if (!changed.IsRefused) await db.SaveChangesAsync(token);
            return changed;
        }, ct);
}
