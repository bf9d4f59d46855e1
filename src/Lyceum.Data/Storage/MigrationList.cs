using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Lyceum.Data.Storage;

/// <summary>The migrations that a database has, beside those of this program. To ask the mapper would make its whole model first.</summary>
internal static class MigrationList
{
    /// <summary>True when the database has all of them and no other; false too when it cannot be asked yet.</summary>
    public static async Task<bool> IsNewest(DatabaseSettings settings)
    {
        try
        {
            var applied = await Applied(settings);
            return applied.SetEquals(Known());
        }
        catch (DbException)
        {
            // A new database: it has no list of migrations, or is not there at all.
            return false;
        }
    }

    private static async Task<HashSet<string>> Applied(DatabaseSettings settings)
    {
        await using DbConnection connection = settings.IsPostgres ? Postgres(settings) : new SqliteConnection(settings.ConnectionString + ";Mode=ReadWrite");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """select "MigrationId" from migrations""";
        await using var rows = await command.ExecuteReaderAsync();
        var applied = new HashSet<string>();
        while (await rows.ReadAsync()) applied.Add(rows.GetString(0));
        return applied;
    }

    // Apart, so that a school on SQLite does not load the other's assembly.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NpgsqlConnection Postgres(DatabaseSettings settings) => new(settings.ConnectionString);

    private static IEnumerable<string> Known() =>
        typeof(MigrationList).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Migration))).Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id);
}
