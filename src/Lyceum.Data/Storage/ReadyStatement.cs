using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lyceum.Data.Storage;

/// <summary>
/// A statement that every page asks, by hand: prepared once on each connection, and without the mapper. SQLite prepares a statement anew
/// on each connection from its pool, which takes longer than to run it; so a few connections stay open, each with its own.
/// </summary>
internal sealed class ReadyStatement(DatabaseSettings settings, string sql, params (string Name, object Example)[] parameters) : IDisposable
{
    private readonly ConcurrentBag<DbCommand> ready = [];
    private readonly int most = 2 * Environment.ProcessorCount;

    /// <summary>What <paramref name="read"/> makes of the first row; null when there is none.</summary>
    public ValueTask<T?> First<T>(Func<DbDataReader, T> read, CancellationToken ct, params object[] values) where T : class =>
        settings.IsPostgres ? AskPostgres(read, values, ct) : AskSqlite(read, values, ct);

    private async ValueTask<T?> AskPostgres<T>(Func<DbDataReader, T> read, object[] values, CancellationToken ct) where T : class
    {
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = New(connection);
        await command.PrepareAsync(ct);
        return await Ask(command, read, values, ct);
    }

    private async ValueTask<T?> AskSqlite<T>(Func<DbDataReader, T> read, object[] values, CancellationToken ct) where T : class
    {
        var command = ready.TryTake(out var idle) ? idle : OpenSqlite();
        var isWell = false;
        try
        {
            var found = await Ask(command, read, values, ct);
            isWell = true;
            return found;
        }
        finally
        {
            if (isWell && ready.Count < most) ready.Add(command);
            else Close(command);
        }
    }

    private static async ValueTask<T?> Ask<T>(DbCommand command, Func<DbDataReader, T> read, object[] values, CancellationToken ct) where T : class
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        await using var rows = await command.ExecuteReaderAsync(ct);
        return await rows.ReadAsync(ct) ? read(rows) : null;
    }

    private DbCommand OpenSqlite()
    {
        var connection = new SqliteConnection(settings.ConnectionString + ";Pooling=False");
        connection.Open();
        var command = New(connection);
        command.Prepare();
        return command;
    }

    private DbCommand New(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, example) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, example);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static void Close(DbCommand command)
    {
        var connection = command.Connection;
        command.Dispose();
        connection?.Dispose();
    }

    public void Dispose()
    {
        while (ready.TryTake(out var command)) Close(command);
    }
}
