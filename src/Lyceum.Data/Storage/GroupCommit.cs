using System.Data.Common;
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
    private readonly Channel<Work> waiting = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly DbContextOptions<SchoolDb> options;
    private readonly Task running;

    public GroupCommit(string connectionString)
    {
        connection = new SqliteConnection(connectionString + ";Pooling=False");
        connection.Open();
        Execute("PRAGMA journal_mode=WAL");
        Execute("PRAGMA synchronous=FULL");
        var builder = new DbContextOptionsBuilder<SchoolDb>().UseSqlite(connection);
        DatabaseSettings.Prepare(builder);
        options = builder.Options;
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
                while (group.Count < Most && waiting.Reader.TryRead(out var work))
                {
                    group.Add(work);
                    await RunOne(work, transaction);
                }
                transaction.Commit();
                foreach (var work in group) work.Acknowledge();
            }
            catch (Exception failure)
            {
                foreach (var work in group) work.Fail(failure);
                // A database that cannot even begin (disk full, file gone) must not spin: the next in line is told the same.
                if (group.Count == 0 && waiting.Reader.TryRead(out var first)) first.Fail(failure);
            }
        }
    }

    private async Task RunOne(Work work, SqliteTransaction transaction)
    {
        Execute("SAVEPOINT work");
        await using (var db = new SchoolDb(options))
        {
            db.Database.AutoSavepointsEnabled = false;
            await db.Database.UseTransactionAsync(transaction);
            if (!await work.Run(db)) Execute("ROLLBACK TO work");
        }
        Execute("RELEASE work");
    }

    private void Execute(string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
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
