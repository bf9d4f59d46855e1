using System.Diagnostics;

namespace Lyceum.Bench;

/// <summary>
/// One class in the real server: lines of chat, each durable before anybody sees it, to everybody in it. Server CPU per delivered event, and the
/// time from sending a line to having it, disk included.
/// </summary>
internal static class Fanout
{
    private const int Listeners = 400;
    private const int Speakers = 10;
    private const int LinesASecond = 50;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        var folder = Directory.CreateTempSubdirectory("lyceum-fanout-").FullName;
        try
        {
            var school = await FanoutSchool.Fill(folder, Listeners);
            await using var server = await ServerProcess.Start(folder);
            var lines = new List<FanoutLine>();
            foreach (var cookie in school.Cookies) lines.Add(await FanoutLine.Join(server.Address, cookie, school.Classes[0]));
            await WarmUp.Until("fanout", async () =>
            {
                var (heard, cpuBefore) = (lines.Sum(line => line.Heard), server.CpuTime);
                await Talk(lines, Round);
                return (server.CpuTime - cpuBefore).TotalMicroseconds / (lines.Sum(line => line.Heard) - heard);
            });
            var (early, bytesBefore, before) = (lines.ConvertAll(line => line.Heard), lines.Sum(line => line.Bytes), server.CpuTime);
            await Talk(lines, Time);
            var cpu = server.CpuTime - before;
            var delays = lines.SelectMany((line, i) => line.Delays.Skip(early[i])).Order().ToArray();
            var bytes = (lines.Sum(line => line.Bytes) - bytesBefore) / delays.Length;
            foreach (var line in lines) await line.DisposeAsync();
            var write = await WriteLoop.CpuPerWrite(Listeners, (int)bytes, LinesASecond, Time);
            await Console.Error.WriteLineAsync($"fanout: {cpu.TotalMicroseconds / delays.Length:0.0} us a delivery of {bytes} bytes, C write loop {write.TotalMicroseconds:0.0} us");
            return
            [
                new("fanout-deliveries-per-core-second", delays.Length / cpu.TotalSeconds, ">=", 25_000),
                new("fanout-p99-ms", delays[(int)(delays.Length * 0.99)], "<=", 100),
                new("fanout-cpu-per-c-write", cpu / delays.Length / write, "<=", 1.5),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Until everybody has heard every line.</summary>
    private static async Task Talk(List<FanoutLine> lines, TimeSpan time)
    {
        using var over = new CancellationTokenSource(time);
        await Task.WhenAll(lines.Take(Speakers).Select(async line =>
        {
            using var pace = new PeriodicTimer(TimeSpan.FromSeconds((double)Speakers / LinesASecond));
            try
            {
                while (await pace.WaitForNextTickAsync(over.Token)) await line.Say();
            }
            catch (OperationCanceledException) { }
        }));
        var said = lines.Sum(line => line.Said);
        var patience = Stopwatch.StartNew();
        while (lines.Any(line => line.Heard < said))
        {
            if (patience.Elapsed > Patience) throw new InvalidOperationException("Not everybody heard every line.");
            await Task.Delay(10);
        }
    }
}
