using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lyceum.Data.Storage;

/// <summary>
/// Brings what stands in SQLite's write-ahead log into the database while the writer goes on. Left to SQLite, the commit that
/// brings the log to a thousand pages does it, and all who wait for the writer wait for that too. The log starts again at its beginning
/// only after a checkpoint that nothing was written beside: in a rush the writer does that one itself, now and then, when little
/// is left to bring. https://sqlite.org/wal.html, sections 2.3 and 3; docs/decisions/0001.
/// </summary>
internal sealed class Checkpoints : IAsyncDisposable
{
    private const int Pages = 1000;
    private const int LongPages = 32_000;
    private const int LastPasses = 2;
    private readonly SqliteConnection writer;
    private readonly SqliteConnection connection;
    private readonly SemaphoreSlim due = new(0);
    private readonly Task running;
    private int written;
    private volatile bool isLong;
    private volatile bool isOver;

    public Checkpoints(string connectionString, SqliteConnection writer)
    {
        this.writer = writer;
        _ = raw.sqlite3_wal_autocheckpoint(writer.Handle, 0);
        connection = new SqliteConnection(connectionString + ";Pooling=False");
        connection.Open();
        // A connection that has read nothing knows of no log, and its checkpoint does nothing.
        _ = raw.sqlite3_exec(connection.Handle, "SELECT count(*) FROM sqlite_schema");
        running = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Called by the writer after each commit.</summary>
    public void Count()
    {
        _ = raw.sqlite3_db_status(writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        written += pages;
        if (isLong) Bring(writer);
        else if (written >= Pages) due.Release();
        else return;
        written = 0;
        isLong = false;
    }

    public async ValueTask DisposeAsync()
    {
        isOver = true;
        due.Release();
        await running;
        await connection.DisposeAsync();
        due.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            due.Wait();
            if (isOver) return;
            if (Bring(connection) <= LongPages) continue;
            // What was written meanwhile, and meanwhile to that: the writer finds little to bring.
            for (var i = 0; i < LastPasses; i++) Bring(connection);
            isLong = true;
        }
    }

    // What one checkpoint cannot do (a reader is at an older page, the disk is full) the next does: until then it stands in the log.
    private static int Bring(SqliteConnection connection)
    {
        _ = raw.sqlite3_wal_checkpoint_v2(connection.Handle, null, raw.SQLITE_CHECKPOINT_PASSIVE, out var pages, out _);
        return pages;
    }
}
