using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Support;

/// <summary>What a browser found, as it sends it. Mirrored in client/support/check.ts.</summary>
public sealed record FoundConnection(Guid Id, CheckedParts? Parts, MeasuredLine? Line);

/// <summary>Keeps a check, and whatever more is found of it while it goes on.</summary>
public sealed class RecordCheck(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Run(Guid personId, string userAgent, FoundConnection found, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        var check = await db.ConnectionChecks.AsTracking().SingleOrDefaultAsync(c => c.Id == found.Id, token);
        if (check is not null && check.PersonId != personId) return Refusal.NotFound;
        if (check is null)
        {
            db.ConnectionChecks.Add(check = ConnectionCheck.Of(found.Id, personId, BrowserOf(userAgent)));
            db.Enqueue(ForgetChecks.Later(now));
        }
        if (check.Find(found.Parts!, found.Line, now) is { IsRefused: true } refused) return refused.Refusal;
        await db.SaveChangesAsync(token);
        return new Done();
    }, ct);

    /// <summary>Browser and system alone; the rest of what a browser says of itself would tell devices apart.</summary>
    public static string BrowserOf(string userAgent)
    {
        string? First((string Sign, string Name)[] known) => known.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
        var browser = First([("Firefox/", "Firefox"), ("Edg/", "Edge"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]) ?? "another browser";
        return First([("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")]) is { } system ? $"{browser}, {system}" : browser;
    }
}
