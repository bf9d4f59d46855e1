using Lyceum.Data;
using Lyceum.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Accounts;

/// <summary>One's own name, zone and language, and the sessions that one ends.</summary>
public sealed class DescribeOneself(SchoolStore store, OpenSessions sessions, IClock clock)
{
    public async Task<Outcome<Done>> Run(Guid me, string name, string timeZone, string language, CancellationToken ct)
    {
        var described = await store.Write<Done>(async (db, token) =>
        {
            var person = await db.People.AsTracking().SingleAsync(one => one.Id == me, token);
            var outcome = person.Describe(name, timeZone, language);
            if (!outcome.IsRefused) await db.SaveChangesAsync(token);
            return outcome;
        }, ct);
        sessions.ForgetPerson(me);
        return described;
    }

    /// <param name="which">Null = all but <paramref name="current"/>.</param>
    public async Task EndSessions(Guid me, Guid? which, Guid? current, CancellationToken ct)
    {
        await store.Write<Done>(async (db, token) =>
        {
            var now = clock.GetCurrentInstant();
            var open = await db.Sessions.AsTracking().Where(one => one.PersonId == me && one.EndedAt == null && (which == null ? one.Id != current : one.Id == which)).ToListAsync(token);
            foreach (var session in open) session.End(now);
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
        sessions.ForgetPerson(me);
    }
}
