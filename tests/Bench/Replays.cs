using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lyceum.Bench;

/// <summary>
/// Two hundred who replay a class at once: bytes a second of its recordings, from any place on, as browsers ask for them, beside nginx with the
/// same files under the same load in turns.
/// </summary>
internal static partial class Replays
{
    private const int Viewers = 200;
    private const int Turns = 3;
    private const int Seconds = 5;

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        using var folder = new TemporaryFolder();
        var school = await ReplaySchool.Fill(folder.Path, Viewers);
        await using var server = await ServerProcess.Start(folder.Path);
        await using var nginx = await Nginx.Start(school.Folder);
        var (ours, theirs) = (Path.Combine(folder.Path, "ours.lua"), Path.Combine(folder.Path, "theirs.lua"));
        await File.WriteAllTextAsync(ours, AnyPlace(school.Tracks, school.Cookies));
        await File.WriteAllTextAsync(theirs, AnyPlace([.. school.Files.Select(file => "/" + file)], school.Cookies));
        await Load($"http://{server.Address}", ours);
        await Load(nginx.Address, theirs);
        var ratios = new List<double>();
        for (var turn = 0; turn < Turns; turn++)
        {
            var before = server.CpuTime;
            var bytes = await Load($"http://{server.Address}", ours);
            var cpu = server.CpuTime - before;
            var plain = await Load(nginx.Address, theirs);
            ratios.Add(bytes / plain);
            await Console.Error.WriteLineAsync($"replay: {bytes / 1e6:0} MB/s, {cpu.TotalSeconds / (bytes * Seconds / 1e9):0.00} s of the server's CPU a GB; nginx {plain / 1e6:0} MB/s");
        }
        ratios.Sort();
        return [new("replay.bytes-ratio", ratios[Turns / 2], ">=", .5)];
    }

    private static async Task<double> Load(string address, string script)
    {
        var start = new ProcessStartInfo("wrk", ["-t2", $"-c{Viewers}", $"-d{Seconds}s", "--timeout", "20s", "-s", script, address]) { RedirectStandardOutput = true };
        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("The bench needs wrk.");
        var report = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (report.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException(report);
        var transfer = Transfer().Match(report);
        return double.Parse(transfer.Groups[1].Value, CultureInfo.InvariantCulture) * transfer.Groups[2].Value switch { "GB" => 1 << 30, "MB" => 1 << 20, _ => 1 << 10 };
    }

    /// <summary>A browser asks for a recording from a place on to its end, and takes what comes as it plays.</summary>
    private static string AnyPlace(IReadOnlyList<string> paths, IReadOnlyList<string> cookies) => $$"""
        local paths = { {{string.Join(", ", paths.Select(path => $"\"{path}\""))}} }
        local cookies = { {{string.Join(", ", cookies.Select(cookie => $"\"{cookie}\""))}} }
        local at = 0
        function request()
          at = at + 1
          local from = math.random(0, {{ReplaySchool.Bytes - 1}})
          return wrk.format("GET", paths[at % #paths + 1], { ["Cookie"] = cookies[at % #cookies + 1], ["Range"] = "bytes=" .. from .. "-" })
        end
        """;

    [GeneratedRegex(@"Transfer/sec:\s+([\d.]+)([GMK]B)")]
    private static partial Regex Transfer();
}
