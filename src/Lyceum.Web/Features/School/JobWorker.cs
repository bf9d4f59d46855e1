using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.School;

/// <summary>Does the jobs of one kind. May run twice for the same job, so what it does is idempotent.</summary>
public interface IJobHandler
{
    string Kind { get; }
    Task Run(Job job, CancellationToken ct);
}

/// <summary>Works off the jobs that are due; each is leased, so that of several nodes one does it.</summary>
public sealed class JobWorker(SchoolStore store, IServiceScopeFactory scopes, IClock clock, ILogger<JobWorker> log) : BackgroundService
{
    private static readonly Duration LeaseTime = Duration.FromMinutes(10);
    private readonly SemaphoreSlim round = new(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try { await RunDue(stoppingToken); }
            catch (Exception failure) when (failure is not OperationCanceledException) { log.LogError(failure, "Jobs could not be worked off"); }
        }
    }

    /// <summary>Runs until nothing is due; one round at a time, so that whoever waits for it finds done what an earlier round had leased.</summary>
    public async Task RunDue(CancellationToken ct)
    {
        await round.WaitAsync(ct);
        try
        {
            while (await IsAnyDue(ct))
                foreach (var job in await Lease(ct)) await Run(job, ct);
        }
        finally
        {
            round.Release();
        }
    }

    public override void Dispose()
    {
        round.Dispose();
        base.Dispose();
    }

    private async Task<bool> IsAnyDue(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Due(scope.ServiceProvider.GetRequiredService<SchoolDb>(), clock.GetCurrentInstant()).AnyAsync(ct);
    }

    private static IQueryable<Job> Due(SchoolDb db, Instant now) => db.Jobs.Where(job =>
        job.DoneAt == null && job.GivenUpAt == null && job.RunAfter <= now && (job.LeasedUntil == null || job.LeasedUntil < now));

    private async Task<List<Job>> Lease(CancellationToken ct)
    {
        var leased = await store.Write<List<Job>>(async (db, token) =>
        {
            var now = clock.GetCurrentInstant();
            var due = await Due(db, now).AsTracking().OrderBy(job => job.RunAfter).Take(20).ToListAsync(token);
            foreach (var job in due) job.Lease(now, LeaseTime);
            await db.SaveChangesAsync(token);
            return due;
        }, ct);
        return leased.Value;
    }

    private async Task Run(Job job, CancellationToken ct)
    {
        string? error = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var handler = scope.ServiceProvider.GetServices<IJobHandler>().SingleOrDefault(handler => handler.Kind == job.Kind)
                ?? throw new InvalidOperationException($"Nobody does jobs of the kind {job.Kind}.");
            await handler.Run(job, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            error = failure.Message;
            log.LogWarning(failure, "Job {Job} of the kind {Kind} failed", job.Id, job.Kind);
        }
        await store.Write<Done>(async (db, token) =>
        {
            var row = await db.Jobs.AsTracking().SingleAsync(kept => kept.Id == job.Id, token);
            if (error is null) row.Succeed(clock.GetCurrentInstant());
            else row.Fail(error, clock.GetCurrentInstant());
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
    }
}
