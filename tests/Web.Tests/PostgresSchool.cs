using Lyceum.Web.Hosting;
using Npgsql;

namespace Lyceum.Web.Tests;

/// <summary>
/// The school of the tests on PostgreSQL. Its pages are not asked for: a compiled query knows one model, and other tests of this process ask
/// on SQLite. The local server with the role that `./test` makes, or the one that LYCEUM_TEST_POSTGRES names.
/// </summary>
public class PostgresSchool : SchoolFixture
{
    private static readonly string Server = Environment.GetEnvironmentVariable("LYCEUM_TEST_POSTGRES")
        ?? "Host=127.0.0.1;Username=lyceum_test;Password=lyceum_test;Database=postgres;Pooling=false";

    private readonly string name = "lyceum_" + Guid.NewGuid().ToString("N");

    public override async ValueTask InitializeAsync()
    {
        await Ask($"create database {name}");
        await base.InitializeAsync();
    }

    protected override SchoolSettings Settings()
    {
        var settings = base.Settings();
        settings.Postgres = new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString;
        return settings;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Ask($"drop database {name} with (force)");
        GC.SuppressFinalize(this);
    }

    private static async Task Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
