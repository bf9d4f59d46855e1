using System.Diagnostics;
using System.Threading.Channels;
using Lyceum.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Data.Storage;

/// <summary>
/// The one writer of a SQLite school. Works that wait share a transaction, each within a savepoint of its own, so that one
/// flush to the disk acknowledges all of them; nobody is told before that flush.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int Most = 256;
    /// <summary>Holds the pages of a group and those above them; SQLite's own 2 MB do not.</summary>
    private const int CacheKilobytes = 16_000;
    /// <summary>A group is flushed then even if more wait: the answers to it are written on one core while the other runs the next group.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(4);
    private readonly Channel<Work> waiting = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly SqliteCommand savepoint;
    private readonly SqliteCommand release;
    private readonly SqliteCommand rollback;
    private readonly DbContextOptions<SchoolDb> options;
    private readonly Checkpoints checkpoints;
    private readonly Task running;
    private SchoolDb? shared;

    public GroupCommit(string connectionString)
    {
        connection = new SqliteConnection(connectionString + ";Pooling=False");
        connection.Open();
        Execute(Command("PRAGMA journal_mode=WAL"), null);
        Execute(Command("PRAGMA synchronous=FULL"), null);
        Execute(Command($"PRAGMA cache_size=-{CacheKilobytes}"), null);
        (savepoint, release, rollback) = (Command("SAVEPOINT work"), Command("RELEASE work"), Command("ROLLBACK TO work"));
        var builder = new DbContextOptionsBuilder<SchoolDb>();
        DatabaseSettings.Prepare(builder);
        options = builder.UseSqlite(connection).Options;
        checkpoints = new(connectionString, connection);
        running = Task.Run(Run);
    }

    public Task<Outcome<T>> Write<T>(Func<SchoolDb, CancellationToken, Task<Outcome<T>>> work, CancellationToken ct)
    {
        var request = new Work<T>(work, ct);
        if (!waiting.Writer.TryWrite(request)) throw new ObjectDisposedException(nameof(SchoolStore));
        return request.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await running;
        await Drop();
        await checkpoints.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task Run()
    {
        var group = new List<Work>(Most);
        while (await waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            try
            {
                await using var transaction = connection.BeginTransaction(deferred: false);
                await RunGroup(group, transaction);
                if (shared is not null) await shared.Database.UseTransactionAsync(null);
                transaction.Commit();
                foreach (var work in group) work.Acknowledge();
                checkpoints.Count();
            }
            catch (Exception failure)
            {
                await Drop();
                foreach (var work in group) work.Fail(failure);
                // A database that cannot even begin (disk full, file gone) must not spin: the next in line is told the same.
                if (group.Count == 0 && waiting.Reader.TryRead(out var first)) first.Fail(failure);
            }
        }
    }

    /// <summary>
    /// Works share a context as long as all goes well: to make one costs as much as a small work itself. Each finds it as if it
    /// were new, and after a refusal or an exception it is.
    /// </summary>
    private async Task RunGroup(List<Work> group, SqliteTransaction transaction)
    {
        var begun = Stopwatch.GetTimestamp();
        while (group.Count < Most && Stopwatch.GetElapsedTime(begun) < Longest && waiting.Reader.TryRead(out var work))
        {
            group.Add(work);
            var db = await Shared(transaction);
            Execute(savepoint, transaction);
            var isKept = await work.Run(db);
            if (!isKept) Execute(rollback, transaction);
            Execute(release, transaction);
            if (isKept)
            {
                db.ChangeTracker.Clear();
                db.ChangeTracker.AutoDetectChangesEnabled = true;
            }
            else await Drop();
        }
    }

    private async Task<SchoolDb> Shared(SqliteTransaction transaction)
    {
        if (shared is null)
        {
            shared = new SchoolDb(options);
            shared.Database.AutoSavepointsEnabled = false;
        }
        if (shared.Database.CurrentTransaction is null) await shared.Database.UseTransactionAsync(transaction);
        return shared;
    }

    private async Task Drop()
    {
        if (shared is null) return;
        await shared.DisposeAsync();
        shared = null;
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    // A command that is kept keeps its prepared statement.
    private static void Execute(SqliteCommand command, SqliteTransaction? transaction)
    {
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private abstract class Work
    {
        /// <summary>True when its changes are to be kept.</summary>
        public abstract Task<bool> Run(SchoolDb db);
        public abstract void Acknowledge();
        public abstract void Fail(Exception failure);
    }

    private sealed class Work<T>(Func<SchoolDb, CancellationToken, Task<Outcome<T>>> work, CancellationToken ct) : Work
    {
        private readonly TaskCompletionSource<Outcome<T>> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Outcome<T> outcome;
        private Exception? thrown;

        public Task<Outcome<T>> Answer => answer.Task;

        public override async Task<bool> Run(SchoolDb db)
        {
            try
            {
                ct.ThrowIfCancellationRequested();
                outcome = await work(db, ct);
                return !outcome.IsRefused;
            }
            catch (Exception failure)
            {
                thrown = failure;
                return false;
            }
        }

        public override void Acknowledge()
        {
            if (thrown is null) answer.TrySetResult(outcome);
            else Fail(thrown);
        }

        public override void Fail(Exception failure)
        {
            if (failure is OperationCanceledException) answer.TrySetCanceled();
            else answer.TrySetException(failure);
        }
    }
}
