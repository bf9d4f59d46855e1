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
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(12);

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        var folder = Directory.CreateTempSubdirectory("lyceum-fanout-").FullName;
        try
        {
            var school = await FanoutSchool.Fill(folder, Listeners);
            await using var server = await ServerProcess.Start(folder);
            var lines = new List<FanoutLine>();
            foreach (var cookie in school.Cookies) lines.Add(await FanoutLine.Join(server.Address, cookie, school.ClassId));
            await Talk(lines, TimeSpan.FromSeconds(3));
            foreach (var line in lines) line.Delays.Clear();

            var before = server.CpuTime;
            await Talk(lines, Time);
            var cpu = server.CpuTime - before;
            var delays = lines.SelectMany(line => line.Delays.ToArray()).Order().ToArray();
            foreach (var line in lines) await line.DisposeAsync();
            return
            [
                new("fanout-deliveries-per-core-second", delays.Length / cpu.TotalSeconds, ">=", 25_000),
                new("fanout-p99-ms", delays.Length == 0 ? double.MaxValue : delays[(int)(delays.Length * 0.99)], "<=", 100),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

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
    }
}
