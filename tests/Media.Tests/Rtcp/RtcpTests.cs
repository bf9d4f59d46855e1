using FsCheck;
using FsCheck.Fluent;
using Lyceum.Media.Rtcp;

namespace Lyceum.Media.Tests.Rtcp;

public class RtcpTests
{
    [Fact]
    public void Any_set_of_lost_packets_is_asked_for_and_read_back() => Prop.ForAll<ushort, byte[]>((first, steps) =>
    {
        var lost = new List<ushort> { first };
        foreach (var step in steps.Take(60)) lost.Add((ushort)(lost[^1] + 1 + step % 40));
        Span<byte> bytes = stackalloc byte[1200];
        var writer = new RtcpWriter(bytes);
        writer.Nack(1, 2, lost.ToArray());
        new RtcpReader(bytes[..writer.Length]).TryRead(out var packet);
        var read = new List<ushort>();
        var reader = new NackReader(packet);
        while (reader.MoveNext()) read.Add(reader.Sequence);
        return read.SequenceEqual(lost) && packet.MediaSource == 2;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reports_are_written_and_read_back()
    {
        Span<byte> bytes = stackalloc byte[200];
        var writer = new RtcpWriter(bytes);
        var report = new SenderReport(7, 0x0102030405060708, 9, 10, 11);
        var block = new ReportBlock(5, 128, -3, 70_000, 12, 13, 14);
        writer.SenderReport(report);
        writer.ReceiverReport(1, block);
        writer.Pli(1, 7);
        var reader = new RtcpReader(bytes[..writer.Length]);
        Assert.True(reader.TryRead(out var first));
        Assert.True(SenderReport.TryRead(first, out var readReport));
        Assert.True(reader.TryRead(out var second));
        Assert.True(ReportBlock.TryRead(second, 0, out var readBlock));
        Assert.True(reader.TryRead(out var third) && third.Is(RtcpType.PayloadFeedback, RtcpType.PliFormat) && third.MediaSource == 7);
        Assert.False(reader.TryRead(out _));
        Assert.Equal(report, readReport);
        Assert.Equal(block, readBlock);
    }

    [Fact]
    public void A_receivers_estimate_is_mantissa_and_exponent()
    {
        byte[] bytes = [0x8F, 206, 0, 5, 0, 0, 0, 1, 0, 0, 0, 0, (byte)'R', (byte)'E', (byte)'M', (byte)'B', 1, 3 << 2 | 1, 0x12, 0x34, 0, 0, 0, 9];
        Assert.True(new RtcpReader(bytes).TryRead(out var packet));
        Assert.True(Remb.TryRead(packet, out var bits));
        Assert.Equal(0x11234UL << 3, bits);
    }
}
