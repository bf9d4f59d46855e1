using Lyceum.Media.Recording;
using Lyceum.Media.Rtcp;

namespace Lyceum.Media.Tests.Recording;

public class OrderTests
{
    [Fact]
    public void Packets_come_out_in_order_whatever_order_they_came_in()
    {
        var order = new ReorderBuffer();
        Assert.True(order.TryAdd(Packet(65_534, 0)));
        foreach (var sequence in new ushort[] { 1, 65_535, 0, 3, 2 }) order.TryAdd(Packet(sequence, 0));
        Assert.Equal([65_534, 65_535, 0, 1, 2, 3], TakeAll(order, 0, out var hadGap));
        Assert.False(hadGap);
    }

    [Fact]
    public void A_missing_packet_is_waited_for_and_then_given_up()
    {
        var order = new ReorderBuffer();
        order.TryAdd(Packet(10, 0));
        order.TryAdd(Packet(12, 1_000));
        Assert.Equal([10], TakeAll(order, 2_000, out _));
        Assert.Equal([12], TakeAll(order, 2_000 + ReorderBuffer.Patience, out var hadGap));
        Assert.True(hadGap);
        Assert.False(order.TryAdd(Packet(11, 900_000)));
    }

    [Fact]
    public void A_clock_that_runs_fast_is_kept_in_step_with_its_reports()
    {
        var timeline = new TrackTimeline(48_000);
        timeline.Start(0);
        // The sound card makes 0.1 % more samples than it should: after 100 s, 0.1 s too many.
        for (var second = 0; second <= 100; second++)
        {
            Report(timeline, second, 1_000 + second, second * 48_048);
            timeline.ToMilliseconds((uint)(second * 48_048));
        }
        Assert.InRange(timeline.ToMilliseconds(100 * 48_048), 99_980, 100_020);
        Assert.InRange(timeline.FirstFrameNtp!.Value, 999.99, 1_000.01);
    }

    [Fact]
    public void A_first_report_that_was_written_late_is_outvoted_by_the_next_ones()
    {
        var timeline = new TrackTimeline(48_000);
        timeline.Start(0);
        for (var second = 0; second <= 10; second++)
        {
            var late = second == 0 ? 171 : 0;
            Report(timeline, second + late / 1000.0, 1_000 + second + late / 1000.0, second * 48_000);
            timeline.ToMilliseconds((uint)(second * 48_000));
        }
        Assert.InRange(timeline.FirstFrameNtp!.Value, 999.999, 1_000.001);
        Assert.Equal(11_000, timeline.ToMilliseconds(11 * 48_000));
    }

    [Fact]
    public void Sound_that_stopped_for_a_moment_goes_on_where_the_clock_says()
    {
        var timeline = new TrackTimeline(48_000);
        timeline.Start(0);
        // After 20 s the sender made no sound for 0.2 s, and its timestamps know nothing of it.
        for (var second = 0; second <= 40; second++)
        {
            Report(timeline, second, 1_000 + second + (second > 20 ? 0.2 : 0), second * 48_000);
            timeline.ToMilliseconds((uint)(second * 48_000));
        }
        Assert.Equal(41_200, timeline.ToMilliseconds(41 * 48_000));
    }

    [Fact]
    public void Sound_that_stops_again_and_again_stays_where_the_clock_says_however_much_is_lost()
    {
        var timeline = new TrackTimeline(48_000);
        timeline.Start(0);
        // Ten minutes on a machine too weak: every five seconds 50 ms are not made, six seconds in all.
        for (var second = 0; second <= 600; second += 5)
        {
            var made = (uint)((second - second / 5 * 0.05) * 48_000);
            Report(timeline, second, 1_000 + second, made);
            Assert.InRange(timeline.ToMilliseconds(made), second * 1_000 - 300, second * 1_000);
        }
    }

    [Fact]
    public void A_wall_clock_that_is_set_anew_moves_nothing()
    {
        var timeline = new TrackTimeline(48_000);
        timeline.Start(0);
        for (var second = 0; second <= 40; second++)
        {
            Report(timeline, second, 1_000 + second + (second > 20 ? 3_600 : 0), second * 48_000);
            Assert.Equal(second * 1_000, timeline.ToMilliseconds((uint)(second * 48_000)));
        }
    }

    [Fact]
    public void A_timestamp_that_begins_anew_in_a_long_class_moves_nothing()
    {
        var timeline = new TrackTimeline(90_000);
        timeline.Start(0);
        // 32 bits are 13 h of picture.
        for (var second = 0L; second <= 20 * 3_600; second += 100)
        {
            Report(timeline, second, 1_000 + second, second * 90_000);
            Assert.Equal(second * 1_000, timeline.ToMilliseconds((uint)(second * 90_000)));
        }
    }

    private static void Report(TrackTimeline timeline, double arrivedAt, double ntp, long timestamp) =>
        timeline.OnSenderReport(new SenderReport(1, (ulong)(ntp * 4_294_967_296.0), (uint)timestamp, 0, 0), (long)(arrivedAt * 1e6));

    [Fact]
    public void A_senders_clock_is_held_against_ours_by_the_fastest_report()
    {
        var clock = new SenderClock();
        clock.Heard(new SenderReport(1, 5_000UL << 32, 0, 0, 0), 1_030_000);
        clock.Heard(new SenderReport(1, 5_001UL << 32, 0, 0, 0), 2_010_000);
        Assert.Equal(1_010_000, clock.ToOurs(5_000));
        // A minute later what was heard then has no say any more: clocks drift.
        for (var second = 40; second <= 110; second += 35)
            clock.Heard(new SenderReport(1, (ulong)(5_000 + second) << 32, 0, 0, 0), 1_050_000 + second * 1_000_000L);
        Assert.Equal(1_050_000, clock.ToOurs(5_000));
    }

    private static RecordedPacket Packet(ushort sequence, long now) => RecordedPacket.Copy(sequence, 0, false, [1], now);

    private static List<int> TakeAll(ReorderBuffer order, long now, out bool hadGap)
    {
        var taken = new List<int>();
        hadGap = false;
        while (order.TryTake(now, out var packet, out var afterGap))
        {
            hadGap |= afterGap;
            taken.Add(packet.Sequence);
            packet.Return();
        }
        return taken;
    }
}
