using Lyceum.Data;
using Lyceum.Data.Accounts;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Accounts;

public sealed record OwnPasskey(string Id, string Name, Instant Since);

/// <summary>Oneself: how one is called, reads times, signs in and where.</summary>
public sealed class MePage(SchoolDb db, UserManager<Account> accounts, DescribeOneself describe, SetPassword setting) : SchoolPage
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? TimeZone { get; set; }
    [BindProperty] public string? Language { get; set; }

    public IReadOnlyList<Session> Sessions { get; private set; } = [];
    public IReadOnlyList<OwnPasskey> Passkeys { get; private set; } = [];
    public IEnumerable<SelectListItem> Zones => ZoneIds.Select(id => new SelectListItem(id.Replace('_', ' '), id));
    public bool Saved { get; private set; }

    private static IEnumerable<string> ZoneIds => NodaTime.TimeZones.TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(place => place.ZoneId).Append("Etc/UTC").Order(StringComparer.Ordinal);

    public Task OnGetAsync(bool saved, CancellationToken ct)
    {
        Saved = saved;
        return Load(ct, withFields: true);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await After(await describe.Run(Me, Name ?? "", TimeZone ?? "", Language ?? "", ct), ct);

    public async Task<IActionResult> OnPostPasswordAsync(string? old, [FromForm(Name = "New")] string? password, CancellationToken ct) =>
        await After(await setting.ByOld(Me, Visit.SessionId, old ?? "", password ?? "", ct), ct);

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken ct)
    {
        await describe.EndSessions(Me, session, Visit.SessionId, ct);
        return LocalRedirect("/me");
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct)
    {
        await describe.EndSessions(Me, null, Visit.SessionId, ct);
        return LocalRedirect("/me");
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string key)
    {
        var account = (await accounts.FindByIdAsync(Me.ToString()))!;
        await accounts.RemovePasskeyAsync(account, WebEncoders.Base64UrlDecode(key));
        return LocalRedirect("/me");
    }

    /// <summary>"Firefox on Linux", from what the browser said of itself.</summary>
    public string Device(Session session)
    {
        var said = session.Device;
        var browser = said switch
        {
            _ when said.Contains("Firefox/", StringComparison.Ordinal) => "Firefox",
            _ when said.Contains("Edg/", StringComparison.Ordinal) => "Edge",
            _ when said.Contains("Chrome/", StringComparison.Ordinal) => "Chrome",
            _ when said.Contains("Safari/", StringComparison.Ordinal) => "Safari",
            _ => T["A browser"],
        };
        var system = new[] { ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux") }
            .FirstOrDefault(pair => said.Contains(pair.Item1, StringComparison.Ordinal)).Item2;
        return system is null ? browser : T["{0} on {1}", browser, system];
    }

    private async Task<IActionResult> After(Outcome<Done> outcome, CancellationToken ct)
    {
        if (!outcome.IsRefused) return LocalRedirect("/me?saved=true");
        await Load(ct, withFields: Name is null);
        return Refused(outcome.Refusal);
    }

    private async Task Load(CancellationToken ct, bool withFields)
    {
        var person = await db.People.SingleAsync(one => one.Id == Me, ct);
        if (withFields) (Name, TimeZone, Language) = (person.Name, person.TimeZone, person.Language);
        Sessions = await db.Sessions.Where(one => one.PersonId == Me && one.EndedAt == null).OrderByDescending(one => one.SeenAt).Take(50).ToListAsync(ct);
        var account = (await accounts.FindByIdAsync(Me.ToString()))!;
        Passkeys = [.. (await accounts.GetPasskeysAsync(account)).Select(key =>
            new OwnPasskey(WebEncoders.Base64UrlEncode(key.CredentialId), key.Name ?? T["Passkey"], Instant.FromDateTimeOffset(key.CreatedAt)))];
    }
}
