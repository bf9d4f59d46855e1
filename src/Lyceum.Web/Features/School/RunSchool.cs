using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.School;

/// <summary>What staff change in the school; each asks again whether the viewer is staff, and each is audited.</summary>
public sealed class RunSchool(SchoolStore store, CreateAccount create, OpenSessions sessions, IClock clock)
{
    public async Task<Outcome<Person>> AddPerson(Viewer viewer, string name, string email, CancellationToken ct)
    {
        if (!viewer.IsStaff) return Refusal.NotFound;
        var zone = await store.Write<string>(async (db, token) => (await db.School.SingleAsync(token)).TimeZone, ct);
        var added = await create.Run(name, email, null, zone.Value, "en", isStaff: false, ct);
        if (!added.IsRefused) await Change(viewer, "PersonAdded", added.Value.Id, (_, _) => Task.FromResult<Outcome<string>>(""), ct);
        return added;
    }

    public async Task<Outcome<Done>> ToggleStaff(Viewer viewer, Guid personId, CancellationToken ct)
    {
        var changed = await Change(viewer, "StaffChanged", personId, async (db, token) =>
        {
            var person = await db.People.AsTracking().SingleOrDefaultAsync(one => one.Id == personId && one.Id != viewer.PersonId, token);
            if (person is null) return Refusal.NotFound;
            if (person.IsStaff) person.LeaveStaff();
            else person.BecomeStaff();
            return person.IsStaff ? "is staff" : "is no longer staff";
        }, ct);
        sessions.ForgetPerson(personId);
        return changed;
    }

    public Task<Outcome<Done>> Describe(Viewer viewer, string name, string timeZone, CancellationToken ct) =>
        Change(viewer, "SchoolDescribed", null, async (db, token) =>
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > 80) return Refusal.Invalid("A school's name has 1 to 80 characters.", "SchoolName");
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is null) return Refusal.Invalid("This time zone is not known.", "SchoolZone");
            var school = await db.School.AsTracking().SingleAsync(token);
            school.Describe(name.Trim(), timeZone, school.Language);
            return name.Trim();
        }, ct);

    /// <summary>A job or a letter, whichever has this id.</summary>
    public Task<Outcome<Done>> StartOver(Viewer viewer, Guid id, CancellationToken ct) =>
        Change(viewer, "StartedOver", null, async (db, token) =>
        {
            var now = clock.GetCurrentInstant();
            if (await db.Jobs.AsTracking().SingleOrDefaultAsync(job => job.Id == id && job.DoneAt == null, token) is { } found)
            {
                found.StartOver(now);
                return found.Kind;
            }
            if (await db.Mails.AsTracking().SingleOrDefaultAsync(mail => mail.Id == id && mail.SentAt == null, token) is not { } letter) return Refusal.NotFound;
            letter.StartOver(now);
            return letter.Subject;
        }, ct);

    private Task<Outcome<Done>> Change(Viewer viewer, string what, Guid? subject, Func<SchoolDb, CancellationToken, Task<Outcome<string>>> change, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            if (!viewer.IsStaff) return Refusal.NotFound;
            var detail = await change(db, token);
            if (detail.IsRefused) return detail.Refusal;
            db.Audit.Add(AuditEntry.New(what, viewer.PersonId, subject, null, detail.Value, clock.GetCurrentInstant()));
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
}
