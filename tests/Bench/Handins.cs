using System.Diagnostics;

namespace Lyceum.Bench;

/// <summary>
/// Durable, acknowledged hand-ins a second over HTTP against a server process of its own, beside the commits a second of pgbench
/// with as many clients, on the same disk and one after the other. Each hand-in carries ten answers of another open attempt.
/// </summary>
public static class Handins
{
    internal const int Clients = 64;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(8);

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        var commits = await Pgbench.CommitsPerSecond(Clients, Time);
        using var folder = new TemporaryFolder();
        var requests = await HandinSchool.Fill(folder.Path);
        await using var server = await ServerProcess.Start(folder.Path);
        var load = new HandinLoad(server.Address, requests);
        await WarmUp.Until("handins", async () => (await Hand(server, () => load.Run(Round))).Cpu);
        var (latencies, seconds, cpu) = await Hand(server, () => load.Run(Time));
        latencies.Sort();
        var perSecond = latencies.Count / seconds;
        await Console.Error.WriteLineAsync($"handins: {perSecond:0}/s over HTTP, pgbench {commits:0}/s, server CPU {cpu:0} us a hand-in, {load.Left} requests left");
        return [new("handins.ratio", perSecond / commits, ">=", 1), new("handins.p99ms", latencies[(int)(latencies.Count * .99)], "<=", 25)];
    }

    /// <summary>What the server's processor spent, in microseconds a hand-in.</summary>
    private static async Task<(List<double> Latencies, double Seconds, double Cpu)> Hand(ServerProcess server, Func<Task<List<double>>> hand)
    {
        var (cpu, clock) = (server.CpuTime, Stopwatch.StartNew());
        var latencies = await hand();
        return (latencies, clock.Elapsed.TotalSeconds, (server.CpuTime - cpu).TotalMicroseconds / latencies.Count);
    }
}

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lyceum-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
