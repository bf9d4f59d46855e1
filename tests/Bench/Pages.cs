using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lyceum.Bench;

/// <summary>
/// The course page of signed-in students (session, membership, standing, each as far as no other) beside bare Kestrel, under the same load
/// in turns; and what that page weighs for a browser that has nothing yet.
/// </summary>
public static partial class Pages
{
    private const int Turns = 3;
    private const int Seconds = 5;
    private const int Connections = 32;

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        using var folder = new TemporaryFolder();
        var cookies = await PageSchool.Fill(folder.Path);
        await using var server = await ServerProcess.Start(folder.Path);
        await using var plain = await PlainKestrel.Start();
        var page = $"http://{server.Address}{PageSchool.Address}";
        var everybody = Path.Combine(folder.Path, "everybody.lua");
        await File.WriteAllTextAsync(everybody, EachInTurn(cookies));
        await WarmUp.Until("pages", async () => 1e6 / await Load(page, everybody));
        await Load(plain.Address, everybody);
        var ratios = new List<double>();
        for (var turn = 0; turn < Turns; turn++)
        {
            var before = server.CpuTime;
            var pages = await Load(page, everybody);
            var cpu = server.CpuTime - before;
            var lines = await Load(plain.Address, everybody);
            ratios.Add(pages / lines);
            await Console.Error.WriteLineAsync($"pages: {pages:0}/s, {cpu.TotalMicroseconds / (pages * Seconds):0} µs of the server's CPU each; bare Kestrel {lines:0}/s");
        }
        ratios.Sort();
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri($"http://{server.Address}") };
        http.DefaultRequestHeaders.Add("Cookie", cookies[0]);
        http.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        var weight = new PageWeight(http);
        await weight.Take(PageSchool.Address);
        return
        [
            new("pages.ratio", ratios[Turns / 2], ">=", .25),
            new("pages.cold.kB", weight.Kilobytes, "<=", 60),
            new("pages.cold.font.kB", weight.FontKilobytes, "<=", 50),
            new("pages.cold.script.kB", weight.ScriptKilobytes, "<=", 15),
            new("pages.cold.requests", weight.Requests, "<=", 10),
        ];
    }

    /// <summary>Requests a second that wrk gets answered.</summary>
    private static async Task<double> Load(string address, string script)
    {
        var start = new ProcessStartInfo("wrk", ["-t2", $"-c{Connections}", $"-d{Seconds}s", "-s", script, address]) { RedirectStandardOutput = true };
        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("The bench needs wrk.");
        var report = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (report.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException(report);
        return double.Parse(PerSecond().Match(report).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Has wrk ask as one student after the other.</summary>
    private static string EachInTurn(IReadOnlyList<string> cookies) => $$"""
        local cookies = { {{string.Join(", ", cookies.Select(cookie => $"\"{cookie}\""))}} }
        local requests, at = {}, 0
        function init() for i, cookie in ipairs(cookies) do requests[i] = wrk.format("GET", nil, { ["Cookie"] = cookie }) end end
        function request() at = at % #requests + 1 return requests[at] end
        """;

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();
}
