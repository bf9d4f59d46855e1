using System.Diagnostics;

namespace Lyceum.Bench;

/// <summary>How long a school takes from its start to its first page, and what the idle process holds in memory.</summary>
internal static class Startup
{
    private const int Runs = 5;

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        var data = Directory.CreateTempSubdirectory("lyceum-start-").FullName;
        await PageSchool.Fill(data);
        var starts = new List<double>();
        double memory = 0;
        for (var run = 0; run < Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            await using var server = await ServerProcess.Start(data);
            using var http = new HttpClient { BaseAddress = new Uri($"http://{server.Address}") };
            (await http.GetAsync("/signin")).EnsureSuccessStatusCode();
            starts.Add(clock.Elapsed.TotalSeconds);
            memory = server.ResidentMegabytes;
        }
        Directory.Delete(data, recursive: true);
        return [new("start.first-page-seconds", starts.Order().ElementAt(Runs / 2), "<=", 0.8), new("memory.idle-megabytes", memory, "<=", 120)];
    }
}
