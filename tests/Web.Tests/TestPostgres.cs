using Npgsql;

namespace Lyceum.Web.Tests;

/// <summary>Databases for tests, on the server that LYCEUM_TEST_POSTGRES names; `./test` starts one.</summary>
public static class TestPostgres
{
    private static readonly string Server = Environment.GetEnvironmentVariable("LYCEUM_TEST_POSTGRES")
        ?? "Host=127.0.0.1;Username=lyceum_test;Password=lyceum_test;Database=postgres";

    /// <summary>True when every school of the web tests is to be kept there, and not in SQLite.</summary>
    public static bool IsForAll { get; } = Environment.GetEnvironmentVariable("LYCEUM_TEST_DATABASE") == "postgres";

    /// <summary>The connection string of a new, empty database.</summary>
    public static async Task<string> Create()
    {
        var name = "lyceum_" + Guid.NewGuid().ToString("N");
        await Ask($"create database {name}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = true, MaxPoolSize = 60 }.ConnectionString;
    }

    public static async Task Drop(string database)
    {
        await using (var connection = new NpgsqlConnection(database)) NpgsqlConnection.ClearPool(connection);
        await Ask($"drop database {new NpgsqlConnectionStringBuilder(database).Database} with (force)");
    }

    private static async Task Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
