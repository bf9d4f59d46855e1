using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Lyceum.Bench;

/// <summary>The yardstick: pgbench's own transaction (TPC-B like), at a scale at which its clients do not wait for the same branch.</summary>
internal static partial class Pgbench
{
    public static async Task<double> CommitsPerSecond(int clients, TimeSpan time)
    {
        var server = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("LYCEUM_TEST_POSTGRES")
            ?? throw new InvalidOperationException("The bench needs a PostgreSQL server named by LYCEUM_TEST_POSTGRES; ./bench starts one."));
        var database = "lyceum_bench_" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await Execute(server, $"create database {database}");
        try
        {
            await Run(server, database, "-i", "-q", "-s", $"{clients}");
            await Execute(server, "checkpoint");
            var report = await Run(server, database, "-c", $"{clients}", "-j", "2", "-T", $"{time.TotalSeconds:0}");
            return double.Parse(Tps().Match(report).Groups[1].Value, CultureInfo.InvariantCulture);
        }
        finally
        {
            await Execute(server, $"drop database {database} with (force)");
        }
    }

    private static async Task Execute(NpgsqlConnectionStringBuilder server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> Run(NpgsqlConnectionStringBuilder server, string database, params string[] arguments)
    {
        var bin = Environment.GetEnvironmentVariable("LYCEUM_POSTGRES_BIN");
        var start = new ProcessStartInfo(bin is null ? "pgbench" : Path.Combine(bin, "pgbench"),
            [.. arguments, "-h", server.Host!, "-p", $"{server.Port}", "-U", server.Username!, database])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        if (server.Password is { } password) start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"pgbench failed: {await errors}");
    }

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Tps();
}
