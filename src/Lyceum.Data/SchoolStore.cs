using System.Data;
using Lyceum.Data.Storage;
using Lyceum.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lyceum.Data;

/// <summary>
/// The only way in for writes. A work loads, asks the domain and saves; it may be run again, so it has no effect outside the database.
/// A refusal or an exception rolls it back. When the task completes, the work is durable.
/// </summary>
public sealed class SchoolStore : IAsyncDisposable
{
    private const int Tries = 12;
    private readonly DatabaseSettings settings;
    private readonly GroupCommit? sqlite;
    private readonly DbContextOptions<SchoolDb>? postgres;

    public SchoolStore(DatabaseSettings settings)
    {
        this.settings = settings;
        if (!settings.IsPostgres)
        {
            sqlite = new GroupCommit(settings.ConnectionString);
            return;
        }
        var options = new DbContextOptionsBuilder<SchoolDb>();
        settings.Configure(options);
        postgres = options.Options;
    }

    public bool IsPostgres => settings.IsPostgres;

    public Task<Outcome<T>> Write<T>(Func<SchoolDb, CancellationToken, Task<Outcome<T>>> work, CancellationToken ct = default) =>
        sqlite is not null ? sqlite.Write(work, ct) : WriteToPostgres(work, ct);

    /// <summary>The works of one transaction are serializable on both databases: a conflict runs the work again on fresh data.</summary>
    private async Task<Outcome<T>> WriteToPostgres<T>(Func<SchoolDb, CancellationToken, Task<Outcome<T>>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = new SchoolDb(postgres!);
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
                var outcome = await work(db, ct);
                if (!outcome.IsRefused) await transaction.CommitAsync(ct);
                return outcome;
            }
            catch (Exception failure) when (attempt < Tries && IsConflict(failure))
            {
                await Task.Delay(Random.Shared.Next(1, 5 << Math.Min(attempt, 6)), ct);
            }
        }
    }

    private static bool IsConflict(Exception failure) =>
        (failure as PostgresException ?? failure.InnerException as PostgresException ?? failure.InnerException?.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation;

    public ValueTask DisposeAsync() => sqlite?.DisposeAsync() ?? ValueTask.CompletedTask;
}
