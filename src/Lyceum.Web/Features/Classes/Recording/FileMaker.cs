using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>
/// Makes the files that were asked for, one after the other and beside the other jobs, which do not wait for it. A node that dies while it makes one
/// loses its lease, and the file is begun anew.
/// </summary>
public abstract class FileMaker<T>(SchoolStore store, IServiceScopeFactory scopes, IClock clock, ILogger log) : BackgroundService where T : MadeFile
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(3));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try { await RunDue(stoppingToken); }
            catch (Exception failure) when (failure is not OperationCanceledException) { log.LogError(failure, "Nothing could be made of recordings"); }
        }
    }

    /// <summary>Until nothing waits.</summary>
    public async Task RunDue(CancellationToken ct)
    {
        while (await Begin(ct) is { } file)
        {
            try { await Make(file, ct); }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "A {Kind} of the class {Class} could not be made", typeof(T).Name, file.ClassId);
                await Change(file, one => one.Fail(failure.Message), ct);
            }
        }
    }

    /// <summary>Finishes or fails it; leaves nothing behind when it is not wanted any more.</summary>
    protected abstract Task Make(T file, CancellationToken ct);

    /// <summary>False when nobody wants it any more.</summary>
    protected Task<bool> Advance(T file, int percent, CancellationToken ct) => Change(file, one => one.Advance(percent, clock.GetCurrentInstant()), ct);

    /// <summary>While it is wanted as it is.</summary>
    protected Task<bool> Change(T file, Action<T> change, CancellationToken ct) => Change(file, one =>
    {
        if (one.State == MakingState.Working) change(one);
        return true;
    }, ct);

    private async Task<bool> Change(T file, Func<T, bool> change, CancellationToken ct) => (await store.Write<bool>(async (db, token) =>
    {
        var one = await db.Set<T>().AsTracking().SingleOrDefaultAsync(f => f.ClassId == file.ClassId && f.Version == file.Version, token);
        var goesOn = one is not null && change(one);
        await db.SaveChangesAsync(token);
        return goesOn;
    }, ct)).Value;

    private async Task<T?> Begin(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetCurrentInstant();
        if (!await Due(scope.ServiceProvider.GetRequiredService<SchoolDb>(), now).AnyAsync(ct)) return null;
        var begun = await store.Write<T>(async (db, token) =>
        {
            if (await Due(db, now).AsTracking().OrderBy(f => f.AskedAt).FirstOrDefaultAsync(token) is not { } next) return Refusal.NotFound;
            next.Begin(now);
            await db.SaveChangesAsync(token);
            return next;
        }, ct);
        return begun.IsRefused ? null : begun.Value;
    }

    private static IQueryable<T> Due(SchoolDb db, Instant now) => db.Set<T>().Where(f => f.State == MakingState.Waiting || (f.State == MakingState.Working && f.LeasedUntil < now));
}
