using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Library;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>The recordings of a course: how large they are, and how long they are kept here and in the school.</summary>
public sealed class RecordingsPage(SchoolDb db, CourseDoor door, KeepRecordings keep, RecordingFiles files) : SchoolPage
{
    public sealed record Line(Guid Id, string Title, Instant EndedAt, long Bytes, RecordingPart? Deleted);

    public CourseAccess Access { get; private set; } = null!;
    public RecordingRule? OfCourse { get; private set; }
    public RecordingRule? OfSchool { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public long Total => Lines.Sum(l => l.Bytes);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await Load(slug, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, bool school, int? pictureDays, int? mediaDays, int? allDays, CancellationToken ct)
    {
        if (!await Load(slug, ct)) return NotFound();
        var kept = await keep.Run(Viewer, Access, school, pictureDays, mediaDays, allDays, ct);
        return kept.IsRefused ? Refused(kept.Refusal) : Redirect($"/courses/{slug}/recordings");
    }

    private async Task<bool> Load(string slug, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanTeach: true } access) return false;
        Access = access;
        var rules = await db.RecordingRules.Where(r => r.CourseId == access.Course.Id || r.CourseId == Guid.Empty).ToListAsync(ct);
        (OfCourse, OfSchool) = (rules.Find(r => r.CourseId == access.Course.Id), rules.Find(r => r.CourseId == Guid.Empty));
        var held = await (from session in db.ClassSessionsVisibleTo(Viewer)
                          join activity in db.Activities on session.ActivityId equals activity.Id
                          where session.CourseId == access.Course.Id && session.EndedAt != null && session.StartedAt != null
                          orderby session.EndedAt descending
                          select new { activity.Id, activity.Title, EndedAt = session.EndedAt!.Value, Deleted = db.DeletedRecordings.Where(d => d.ClassId == activity.Id).Select(d => (RecordingPart?)d.Part).FirstOrDefault() }).ToListAsync(ct);
        var sizes = await files.SizesOf(db, [.. held.Select(h => h.Id)], ct);
        Lines = [.. held.Select(h => new Line(h.Id, h.Title, h.EndedAt, sizes[h.Id], h.Deleted))];
        return true;
    }

    public static string SizeText(long bytes) => FileSizes.Of(bytes);
}
