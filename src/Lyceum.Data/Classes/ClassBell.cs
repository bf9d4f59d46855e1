using System.Threading.Channels;
using Lyceum.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lyceum.Data.Classes;

/// <summary>That a class's log has grown, on whichever node: PostgreSQL's NOTIFY, sent with the transaction that appended.</summary>
public sealed class ClassBell(DatabaseSettings settings)
{
    private const string Name = "lyceum_classes";

    /// <summary>On SQLite there is one process, and nobody to wake.</summary>
    public bool IsNeeded => settings.IsPostgres;

    internal static Task Ring(SchoolDb db, Guid classId, long sequence, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_notify({Name}, {$"{classId}/{sequence}"})", ct);

    /// <summary>Each ring until the connection breaks or <paramref name="ct"/> asks. What rang before <paramref name="listening"/> is not heard.</summary>
    public async Task Listen(Func<Task> listening, Func<Guid, long, Task> heard, CancellationToken ct)
    {
        var rings = Channel.CreateUnbounded<string>();
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        connection.Notification += (_, ring) => rings.Writer.TryWrite(ring.Payload);
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"listen {Name}", connection)) await listen.ExecuteNonQueryAsync(ct);
        await listening();
        while (true)
        {
            await connection.WaitAsync(ct);
            while (rings.Reader.TryRead(out var ring))
                if (ring.Split('/') is [var id, var sequence]) await heard(Guid.Parse(id), long.Parse(sequence));
        }
    }
}
