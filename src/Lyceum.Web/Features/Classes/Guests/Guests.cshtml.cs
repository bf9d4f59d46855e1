using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Guests;

/// <summary>The guests of one class: who is invited, who came, and their links. A link is shown by the request that makes it, and never again.</summary>
public sealed class GuestsPage(SchoolDb db, CourseDoor door, InviteGuests invite, IClock clock) : SchoolPage
{
    public sealed record Line(Guid Id, string Name, string? Email, Instant InvitedAt, bool IsWithdrawn, bool SeesReplay, int Browsers);

    public CourseAccess Access { get; private set; } = null!;
    public ClassSession Session { get; private set; } = null!;
    public string ClassTitle { get; private set; } = "";
    public IReadOnlyList<Line> Guests { get; private set; } = [];
    public GuestLink? Link { get; private set; }
    public (string? Name, string? Email) Typed { get; private set; }
    public bool IsOver => Session.HasEnded || Session.IsPastAt(clock.GetCurrentInstant());

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) => await Load(slug, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostInviteAsync(string slug, Guid id, string? name, string? email, bool replay, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        var made = await invite.Invite(Viewer, id, name, email, replay, ct);
        if (made.IsRefused) Typed = (name, email);
        return await Show(made, slug, id, ct);
    }

    public async Task<IActionResult> OnPostRenewAsync(string slug, Guid id, Guid guest, CancellationToken ct) =>
        await Load(slug, id, ct) ? await Show(await invite.Renew(Viewer, id, guest, ct), slug, id, ct) : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(string slug, Guid id, Guid guest, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        var withdrawn = await invite.Withdraw(Viewer, id, guest, ct);
        return withdrawn.IsRefused ? Refused(withdrawn.Refusal) : Redirect($"/courses/{slug}/classes/{id}/guests");
    }

    private async Task<IActionResult> Show(Outcome<GuestLink> made, string slug, Guid id, CancellationToken ct)
    {
        if (made.IsRefused) return Refused(made.Refusal);
        Link = made.Value;
        return await Load(slug, id, ct) ? Page() : NotFound();
    }

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanTeach: true } access) return false;
        var row = await (from session in db.ClassSessionsVisibleTo(Viewer)
                         join activity in db.Activities on session.ActivityId equals activity.Id
                         where session.ActivityId == id && session.CourseId == access.Course.Id
                         select new { session, activity.Title }).SingleOrDefaultAsync(ct);
        if (row is null) return false;
        (Access, Session, ClassTitle) = (access, row.session, row.Title);
        Guests = await db.ClassGuestsVisibleTo(Viewer).Where(guest => guest.ClassId == id).OrderBy(guest => guest.Name)
            .Select(guest => new Line(guest.Id, guest.Name, guest.Email, guest.InvitedAt, guest.WithdrawnAt != null, guest.SeesReplay,
                db.GuestBrowsers.Count(browser => browser.GuestId == guest.Id && browser.EndedAt == null))).ToListAsync(ct);
        return true;
    }
}
