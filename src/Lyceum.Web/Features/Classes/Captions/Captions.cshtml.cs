using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Captions;

/// <summary>How a class gets its captions, and the token of a captioner's program: shown by the request that makes it, and never again.</summary>
public sealed class CaptionsPage(SchoolDb db, CourseDoor door, KeepCaptionFeed keep, ClassRooms rooms, SchoolSettings settings, IClock clock) : SchoolPage
{
    public CourseAccess Access { get; private set; } = null!;
    public ClassSession Session { get; private set; } = null!;
    public string ClassTitle { get; private set; } = "";
    public CaptionFeed? Feed { get; private set; }
    public string? MadeBy { get; private set; }
    public string? Token { get; private set; }
    /// <summary>How many lines came by the feed.</summary>
    public int Taken { get; private set; }
    public bool IsOver => Session.HasEnded || Session.IsPastAt(clock.GetCurrentInstant());
    public Uri Address => new(settings.PublicAddress, $"/captions/{Session.ActivityId}");

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) => await Load(slug, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMakeAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        var made = await keep.Make(Viewer, Access, id, ct);
        if (made.IsRefused) return Refused(made.Refusal);
        Token = made.Value;
        return await Load(slug, id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        var withdrawn = await keep.Withdraw(Viewer, Access, id, ct);
        return withdrawn.IsRefused ? Refused(withdrawn.Refusal) : Redirect($"/courses/{slug}/classes/{id}/captions");
    }

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanGrade: true } access) return false;
        var row = await (from session in db.ClassSessionsVisibleTo(Viewer)
                         join activity in db.Activities on session.ActivityId equals activity.Id
                         where session.ActivityId == id && session.CourseId == access.Course.Id
                         select new { session, activity.Title }).SingleOrDefaultAsync(ct);
        if (row is null) return false;
        (Access, Session, ClassTitle) = (access, row.session, row.Title);
        Feed = await db.CaptionFeedsVisibleTo(Viewer).SingleOrDefaultAsync(feed => feed.ClassId == id, ct);
        MadeBy = Feed is null ? null : await db.People.Where(person => person.Id == Feed.MadeBy).Select(person => person.Name).SingleOrDefaultAsync(ct);
        Taken = (await rooms.Open(id, ct))?.State.Media.Captions.Count(caption => caption.Origin == CaptionOrigin.Feed) ?? 0;
        return true;
    }
}
