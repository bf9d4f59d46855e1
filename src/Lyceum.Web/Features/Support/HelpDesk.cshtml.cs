using Lyceum.Data;
using Lyceum.Data.Support;
using Lyceum.Domain.Support;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Support;

/// <summary>The latest check of everybody's connection: who fails what. For the school's staff.</summary>
[Authorize("staff")]
public sealed class HelpDeskPage(SchoolDb db, Times times) : SchoolPage
{
    private const int Most = 200;

    public IReadOnlyList<(ConnectionCheck Check, string Name, string Email)> Checks { get; private set; } = [];
    public int Troubled => Checks.Count(c => c.Check.HasTrouble);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var oldest = times.Now - ConnectionCheck.Kept;
        var checks = db.ConnectionChecksVisibleTo(Viewer).Where(check => check.At >= oldest);
        var rows = await (from check in checks
                          join person in db.People on check.PersonId equals person.Id
                          where !checks.Any(later => later.PersonId == check.PersonId && later.At > check.At)
                          orderby check.At descending
                          select new { check, person.Name, person.Email }).Take(Most).ToListAsync(ct);
        // Who cannot take part stands first.
        Checks = [.. rows.OrderByDescending(row => row.check.HasTrouble).Select(row => (row.check, row.Name, row.Email))];
    }

    public string Says(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Works => T["works"],
        CheckOutcome.Weak => T["weak"],
        CheckOutcome.Fails => T["fails"],
        _ => T["not tried"],
    };

    public string Because(DeviceTrouble? trouble) => trouble switch
    {
        DeviceTrouble.Denied => T["not allowed in the browser"],
        DeviceTrouble.None => T["none found"],
        DeviceTrouble.Busy => T["used by another program"],
        DeviceTrouble.Insecure => T["page without https"],
        _ => "",
    };
}
