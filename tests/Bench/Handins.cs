using System.Diagnostics;

namespace Lyceum.Bench;

/// <summary>
/// Durable, acknowledged hand-ins a second over HTTP against a server process of its own, beside the commits a second of pgbench
/// with as many clients, on the same disk and one after the other. Each hand-in carries ten answers of another open attempt.
/// </summary>
public static class Handins
{
    internal const int Clients = 64;
    /// <summary>By then the runtime has compiled what is hot for good; pgbench comes compiled.</summary>
    private const int WarmUp = 30_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(8);

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        var commits = await Pgbench.CommitsPerSecond(Clients, Time);
        using var folder = new TemporaryFolder();
        var requests = await HandinSchool.Fill(folder.Path);
        await using var server = await ServerProcess.Start(folder.Path);
        var load = new HandinLoad(server.Address, requests);
        await load.Run(Patience, WarmUp);
        var cpu = server.CpuTime;
        var clock = Stopwatch.StartNew();
        var latencies = await load.Run(Time);
        var seconds = clock.Elapsed.TotalSeconds;
        latencies.Sort();
        var perSecond = latencies.Count / seconds;
        await Console.Error.WriteLineAsync($"handins: {perSecond:0}/s over HTTP, pgbench {commits:0}/s, server CPU {(server.CpuTime - cpu).TotalMilliseconds / latencies.Count:0.000} ms a hand-in, {load.Left} requests left");
        return [new("handins.ratio", perSecond / commits, ">=", 1), new("handins.p99ms", latencies[(int)(latencies.Count * .99)], "<=", 25)];
    }
}

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lyceum-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
