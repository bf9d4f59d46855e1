using System.Diagnostics;
using System.Net;
using Lyceum.Media.Dtls;
using Lyceum.Media.FarEnd;

namespace Lyceum.Media.Bench;

/// <summary>A server that can be measured: it gives connections and tells its process.</summary>
internal interface IServerUnderTest : IAsyncDisposable
{
    string Name { get; }
    int ProcessId { get; }
    Task Publish(Caller caller);
    Task Subscribe(Caller caller, int number);
}

internal sealed record Figures(string Name, int Subscribers, double Mbits, double PacketsPerSecond, double Cpu, double InKernel, double LossPercent, long ResidentBytes, long ResidentBefore)
{
    /// <summary>Percent of one core for each forwarded Mbit/s.</summary>
    public double CpuPerMbit => Cpu * 100 / Mbits;

    public override string ToString() =>
        $"{Name}: {Subscribers} subscribers, {Mbits:0} Mbit/s, {PacketsPerSecond:0} packets/s forwarded; CPU {Cpu * 100:0.0} % of a core ({InKernel * 100:0} % of it in the kernel) = {CpuPerMbit:0.000} % per Mbit/s, "
        + $"{PacketsPerSecond / Cpu:0} packets/s and {Mbits / Cpu:0} Mbit/s a core, {2 * Subscribers / Cpu:0} tracks a core; "
        + $"lost {LossPercent:0.00} %; resident {ResidentBytes >> 20} MiB, {(ResidentBytes - ResidentBefore) / 1024 / Subscribers} KiB a subscriber";
}

/// <summary>One publisher of sound and of 1.9 Mbit/s of picture in evenly paced packets, and many subscribers that take both.</summary>
internal sealed class Load(IPAddress address, int subscribers, TimeSpan length)
{
    private const int PictureBytes = 1_150, SoundBytes = 80, PacketsPerFrame = 8;

    public async Task<Figures> Run(IServerUnderTest server)
    {
        using var identity = new DtlsIdentity(TimeProvider.System);
        using var publisher = new Caller(identity, address);
        var sinks = new List<Caller>();
        using var stop = new CancellationTokenSource();
        var picture = new Source(publisher, true, PictureBytes);
        var sound = new Source(publisher, false, SoundBytes);
        var sending = new Thread(() => Send(publisher, picture, sound, stop.Token));
        var draining = new Thread(() => Drain(sinks, stop.Token));
        try
        {
            await server.Publish(publisher);
            sending.Start();
            draining.Start();
            var residentBefore = Resident(server.ProcessId);
            for (var i = 0; i < subscribers; i++)
            {
                var sink = new Caller(identity, address) { ChecksSeals = false };
                await server.Subscribe(sink, i);
                lock (sinks) sinks.Add(sink);
            }
            await WaitFor(() => sinks.All(s => s.Packets > 100));
            return await Measure(server, sinks, (picture, sound), residentBefore);
        }
        finally
        {
            stop.Cancel();
            if (sending.IsAlive) sending.Join();
            if (draining.IsAlive) draining.Join();
            foreach (var sink in sinks) sink.Dispose();
        }
    }

    private async Task<Figures> Measure(IServerUnderTest server, List<Caller> sinks, (Source Picture, Source Sound) sources, long residentBefore)
    {
        var (before, packets, bytes, sent) = (Cpu(server.ProcessId), sinks.Sum(s => s.Packets), sinks.Sum(s => s.Bytes), sources.Picture.Sent + sources.Sound.Sent);
        var start = Stopwatch.GetTimestamp();
        await Task.Delay(length);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var after = Cpu(server.ProcessId);
        var (user, kernel) = (after.User - before.User, after.Kernel - before.Kernel);
        var forwarded = sinks.Sum(s => s.Packets) - packets;
        var expected = (sources.Picture.Sent + sources.Sound.Sent - sent) * sinks.Count;
        return new Figures(server.Name, sinks.Count, (sinks.Sum(s => s.Bytes) - bytes) * 8 / seconds / 1e6, forwarded / seconds,
            (user + kernel) / seconds, kernel / (user + kernel), Math.Max(0, 100.0 * (expected - forwarded) / expected), Resident(server.ProcessId), residentBefore);
    }

    /// <summary>A packet of picture every five milliseconds, one of sound every twenty, a check every two seconds.</summary>
    private static void Send(Caller publisher, Source picture, Source sound, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        for (long tick = 0; !stop.IsCancellationRequested; tick++)
        {
            while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < tick * 5)
            {
                publisher.Receive();
                stop.WaitHandle.WaitOne(1);
            }
            if (tick % 400 == 0) publisher.Check();
            picture.SendPart((int)(tick % PacketsPerFrame), PacketsPerFrame);
            if (tick % 4 == 0) sound.SendFrame(1);
        }
    }

    private static void Drain(List<Caller> sinks, CancellationToken stop)
    {
        var checkedAt = Stopwatch.GetTimestamp();
        var reportedAt = checkedAt;
        while (!stop.IsCancellationRequested)
        {
            Caller[] all;
            lock (sinks) all = [.. sinks];
            var isCheckDue = Stopwatch.GetElapsedTime(checkedAt).TotalSeconds > 2;
            if (isCheckDue) checkedAt = Stopwatch.GetTimestamp();
            var isReportDue = Stopwatch.GetElapsedTime(reportedAt).TotalMilliseconds > 100;
            if (isReportDue) reportedAt = Stopwatch.GetTimestamp();
            foreach (var sink in all)
            {
                sink.Receive();
                if (isReportDue) sink.Report();
                if (isCheckDue || !sink.IsConnected) sink.Check();
            }
            stop.WaitHandle.WaitOne(5);
        }
    }

    private static async Task WaitFor(Func<bool> isSo)
    {
        var start = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(start).TotalSeconds > 60) throw new TimeoutException("Not every subscriber got packets within a minute.");
            await Task.Delay(100);
        }
    }

    /// <summary>User and system time of a process, in seconds.</summary>
    private static (double User, double Kernel) Cpu(int process)
    {
        var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[1].Split(' ');
        return (long.Parse(fields[11]) / 100.0, long.Parse(fields[12]) / 100.0);
    }

    private static long Resident(int process) =>
        long.Parse(File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
}
