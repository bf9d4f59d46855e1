using System.Diagnostics;
using Lyceum.Media.FarEnd;

namespace Lyceum.Media.Tests.FarEnd;

[Collection(TestsAlone.Name)]
public sealed class ManyCallersTests() : CallersTests(new MediaSettings())
{
    [Fact]
    public void Every_packet_reaches_every_subscriber_and_opens_there()
    {
        media.OpenRoom("r", new RoomSettings());
        var publisher = Publish("mei", sound: true, picture: true);
        var subscribers = Enumerable.Range(0, 8).Select(i => Subscribe($"s{i}", "mei")).ToList();
        Until(() => publisher.IsConnected && subscribers.All(s => s.IsConnected));

        var sound = new Source(publisher, false, 80);
        for (var i = 0; i < 200; i++)
        {
            sound.SendFrame(1);
            Until(() => subscribers.All(s => s.Opened >= sound.Sent));
        }
        Assert.All(subscribers, s => Assert.Equal((200, 200), (s.Packets, s.Opened)));
        Assert.DoesNotContain(Signals(), s => s is ServerFault);
        Assert.True(media.Totals().PacketsOut >= 8 * 200);
    }

    [Fact]
    public void Forwarding_allocates_nothing_per_packet()
    {
        media.OpenRoom("r", new RoomSettings());
        var publisher = Publish("mei", sound: false, picture: true);
        var subscribers = Enumerable.Range(0, 4).Select(i => Subscribe($"s{i}", "mei")).ToList();
        foreach (var subscriber in subscribers) subscriber.ChecksSeals = false;
        Until(() => publisher.IsConnected && subscribers.All(s => s.IsConnected));
        var picture = new Source(publisher, true, 200);
        var next = Stopwatch.GetTimestamp();
        void Send(int frames)
        {
            for (var i = 0; i < frames; i++)
            {
                // Some 330 frames a second: 2.1 Mbit/s, which a new subscriber's budget holds.
                Until(() => Stopwatch.GetTimestamp() >= next);
                next = Stopwatch.GetTimestamp() + Stopwatch.Frequency / 330;
                picture.SendFrame(4);
            }
        }
        Send(50);
        Until(() => { Send(1); return subscribers.All(s => s.Packets > 20); });

        // Once in a while something else in this process allocates, or a starved far end loses so much that the picture is given up for a while.
        var least = double.MaxValue;
        for (var round = 0; round < 20 && least >= 1; round++)
        {
            var got = subscribers.ConvertAll(s => s.Packets);
            Until(() => { Send(1); return subscribers.Zip(got).All(s => s.First.Packets > s.Second); });
            var (before, out0) = (OthersAllocated(), media.Observe("r")!.Counters.PacketsOut);
            Send(1_000);
            var forwarded = media.Observe("r")!.Counters.PacketsOut - out0;
            if (forwarded < 4_000) continue;
            least = Math.Min(least, (OthersAllocated() - before) / (double)forwarded);
            TestContext.Current.TestOutputHelper?.WriteLine($"{least:0.00} bytes allocated for each of {forwarded} forwarded packets, the clock's ticks included.");
        }
        // The smallest object has 24 bytes: not even one in twenty packets brings one.
        Assert.InRange(least, 0, 1);
    }

    [Fact]
    public void Forged_packets_from_an_address_that_may_send_raise_no_exception_and_stop_nothing()
    {
        media.OpenRoom("r", new RoomSettings());
        var publisher = Publish("mei", sound: true, picture: false);
        var subscriber = Subscribe("s", "mei");
        Until(() => publisher.IsConnected && subscriber.IsConnected);
        var raised = 0;
        void Count(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e)
        {
            if (e.Exception is System.Security.Cryptography.CryptographicException) Interlocked.Increment(ref raised);
        }
        AppDomain.CurrentDomain.FirstChanceException += Count;
        var random = new Random(7);
        var forged = new byte[300];
        for (var i = 0; i < 2_000; i++)
        {
            random.NextBytes(forged);
            (forged[0], forged[1]) = (0x80, (byte)(i % 3 == 0 ? 201 : 111));
            publisher.SendAsItIs(forged);
            if (i % 50 == 0) Until(() => media.Observe("r")!.Counters.Refused >= i);
        }
        AppDomain.CurrentDomain.FirstChanceException -= Count;
        Assert.Equal(0, raised);
        var sound = new Source(publisher, false, 80);
        Until(() => { sound.SendFrame(1); return subscriber.Opened > 0; });
        Assert.DoesNotContain(Signals(), s => s is ServerFault);
    }

    /// <summary>By all threads but this one, which plays the far ends.</summary>
    private static long OthersAllocated() => GC.GetTotalAllocatedBytes(true) - GC.GetAllocatedBytesForCurrentThread();

    [Fact]
    public void People_who_come_and_go_leave_nothing_behind()
    {
        var cycles = LongTests.AreOn ? 1_000 : 60;
        media.OpenRoom("r", new RoomSettings());
        var mei = Publish("mei", sound: true, picture: true);
        Until(() => mei.IsConnected);
        Cycle(20);
        var before = Settled();
        Cycle(cycles);
        var after = Settled();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{cycles} cycles: managed {before.Managed / 1024} -> {after.Managed / 1024} KiB, resident {before.Resident >> 20} -> {after.Resident >> 20} MiB");
        Assert.InRange(after.Managed - before.Managed, -50_000_000, 1_000_000);
        Assert.InRange(after.Resident - before.Resident, -500_000_000, 40_000_000);
        Assert.Single(media.Observe("r")!.Participants);
    }

    private void Cycle(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var publisher = Publish($"p{i}", sound: true, picture: false);
            var subscriber = Subscribe($"p{i}", "mei");
            Until(() => publisher.IsConnected && subscriber.IsConnected);
            media.Leave("r", $"p{i}");
            publisher.Dispose();
            subscriber.Dispose();
            callers.Remove(publisher);
            callers.Remove(subscriber);
            Forget($"p{i}");
            callers[0].Check();
        }
    }

    private static (long Managed, long Resident) Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(true), self.WorkingSet64);
    }
}
