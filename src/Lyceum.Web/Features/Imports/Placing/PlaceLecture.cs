using Lyceum.Data;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Lectures;
using Lyceum.Domain.Library;
using Lyceum.Interop.Cartridges;
using Lyceum.Web.Features.Library;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Imports;

/// <summary>Recordings that stand in a module by themselves, with captions of the same name where they came along.</summary>
public sealed class PlaceLecture : IPlaceContent
{
    private const int UnknownMinutes = 30;

    public static bool IsMedia(string path) => IsVideo(path) || ContentTypes.Of(path).StartsWith("audio/", StringComparison.Ordinal);

    public bool Takes(CartridgeItem item) => item is CartridgeFileItem && IsMedia(item.Path);

    public ActivityKind KindOf(CartridgeItem item) => ActivityKind.Lecture;

    public PlacedContent Read(CartridgeItem item, ItemReading reading)
    {
        if (reading.FileAt(item.Path) is not { } media)
            reading.Lose("It refers to {0}, which did not come along.", item.Path);
        else
            return new PlacedLecture(UnknownMinutes, media, IsVideo(item.Path), reading.FileAt(Path.ChangeExtension(item.Path, ".vtt")));
        return new PlacedLecture(UnknownMinutes, null, false, null);
    }

    private static bool IsVideo(string path) => ContentTypes.Of(path).StartsWith("video/", StringComparison.Ordinal);

    private sealed record PlacedLecture(int EffortMinutes, StoredFile? Media, bool IsVideo, StoredFile? Captions) : PlacedContent(EffortMinutes, null)
    {
        public override async Task<string?> Save(SchoolDb db, Activity activity, Instant now, CancellationToken ct)
        {
            var lecture = await db.Lectures.AsTracking().SingleOrDefaultAsync(l => l.ActivityId == activity.Id, ct);
            if (lecture is null)
                db.Lectures.Add(lecture = Lecture.For(activity));
            if (Media is not null && lecture.MediaFileId != Media.Id)
                lecture.Record(Media.Id, IsVideo, 0);
            lecture.Caption(Captions?.Id);
            return null;
        }
    }
}
