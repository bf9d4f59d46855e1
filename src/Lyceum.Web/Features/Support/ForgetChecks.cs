using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.School;
using Lyceum.Domain.Support;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Support;

/// <summary>Deletes the checks whose time is over; it comes once for each of them.</summary>
public sealed class ForgetChecks(SchoolStore store, IClock clock) : IJobHandler
{
    private const string JobKind = "forget-connection-checks";
    /// <summary>What is found while a check goes on makes it a little younger.</summary>
    private static readonly Duration Slack = Duration.FromHours(1);

    public string Kind => JobKind;

    public static Job Later(Instant now) => Job.New(JobKind, "{}", now + ConnectionCheck.Kept + Slack, now);

    public Task Run(Job job, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var oldest = clock.GetCurrentInstant() - ConnectionCheck.Kept;
        await db.ConnectionChecks.Where(check => check.At < oldest).ExecuteDeleteAsync(token);
        return new Done();
    }, ct);
}
