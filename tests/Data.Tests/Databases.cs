using Lyceum.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lyceum.Data.Tests;

/// <summary>Each data test runs on both databases. PostgreSQL is the local server with the role that `./test` makes, or the one that LYCEUM_TEST_POSTGRES names.</summary>
public static class Databases
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    public static TheoryData<string> Both => [Sqlite, Postgres];

    public static async Task<TestDatabase> Open(string kind, bool migrate = true)
    {
        var database = kind == Sqlite ? TestDatabase.InAFolder() : await TestDatabase.OnPostgres();
        if (migrate)
        {
            await using var db = database.Context();
            await db.Migrate();
        }
        return database;
    }
}

public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? folder;
    private SchoolStore? store;

    private TestDatabase(DatabaseSettings settings, string? folder) => (Settings, this.folder) = (settings, folder);

    public DatabaseSettings Settings { get; }
    public SchoolStore Store => store ??= new SchoolStore(Settings);

    public static TestDatabase InAFolder()
    {
        var folder = Directory.CreateTempSubdirectory("lyceum-").FullName;
        return new TestDatabase(DatabaseSettings.Sqlite(Path.Combine(folder, "school.db")), folder);
    }

    public static async Task<TestDatabase> OnPostgres()
    {
        var server = Environment.GetEnvironmentVariable("LYCEUM_TEST_POSTGRES")
            ?? "Host=127.0.0.1;Username=lyceum_test;Password=lyceum_test;Database=postgres;Pooling=false";
        var name = "lyceum_" + Guid.NewGuid().ToString("N");
        await using (var connection = new NpgsqlConnection(server))
        {
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand($"create database {name}", connection);
            await create.ExecuteNonQueryAsync();
        }
        return new TestDatabase(DatabaseSettings.Postgres(new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString), null);
    }

    public SchoolDb Context()
    {
        var options = new DbContextOptionsBuilder<SchoolDb>();
        Settings.Configure(options);
        return new SchoolDb(options.Options);
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null) await store.DisposeAsync();
        if (folder is null)
        {
            await using var db = Context();
            await db.Database.EnsureDeletedAsync();
            return;
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
