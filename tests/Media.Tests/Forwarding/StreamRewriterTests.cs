using FsCheck;
using FsCheck.Fluent;
using Lyceum.Media.Forwarding;

namespace Lyceum.Media.Tests.Forwarding;

public class StreamRewriterTests
{
    [Fact]
    public void However_often_it_is_spliced_the_outgoing_numbers_have_no_hole() => Prop.ForAll<ushort[], byte[]>((starts, lengths) =>
    {
        var rewriter = new StreamRewriter(65_500, uint.MaxValue - 5_000);
        ushort expected = 65_500;
        var lastTimestamp = uint.MaxValue - 5_000;
        for (var piece = 0; piece < Math.Min(starts.Length, lengths.Length); piece++)
        {
            var (sequence, timestamp) = (starts[piece], (uint)starts[piece] * 77_777u);
            rewriter.Splice(sequence, timestamp, 3_000, (ushort)(sequence & 0x7FFF), (byte)sequence);
            for (var i = 0; i <= lengths[piece]; i++, sequence++, timestamp += 3_000)
            {
                if (!rewriter.TryMap(sequence, timestamp, 0, 0, out var sent) || sent != expected++) return false;
                if ((int)(rewriter.LastTimestamp - lastTimestamp) != 3_000) return false;
                lastTimestamp = rewriter.LastTimestamp;
            }
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_packet_from_before_the_splice_has_no_place()
    {
        var rewriter = new StreamRewriter(1, 1);
        rewriter.Splice(100, 1_000, 0);
        Assert.True(rewriter.TryMap(100, 1_000, 0, 0, out _));
        Assert.False(rewriter.TryMap(99, 900, 0, 0, out _));
    }

    [Fact]
    public void A_late_packet_keeps_the_number_that_was_left_for_it()
    {
        var rewriter = new StreamRewriter(1, 1);
        rewriter.Splice(100, 1_000, 0);
        rewriter.TryMap(100, 1_000, 0, 0, out var first);
        rewriter.TryMap(102, 1_000, 0, 0, out var third);
        Assert.True(rewriter.TryMap(101, 1_000, 0, 0, out var second));
        Assert.Equal((1, 2, 3), (first, second, third));
    }

    [Fact]
    public void A_piece_may_run_for_hours()
    {
        var rewriter = new StreamRewriter(1, 1);
        rewriter.Splice(0, 0, 0);
        for (var i = 0; i < 300_000; i++) Assert.True(rewriter.TryMap((ushort)i, (uint)i, 0, 0, out var sent) && sent == (ushort)(i + 1));
    }
}
