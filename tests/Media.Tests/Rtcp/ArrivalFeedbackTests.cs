using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Lyceum.Media.Rtcp;

namespace Lyceum.Media.Tests.Rtcp;

public class ArrivalFeedbackTests
{
    [Fact]
    public void Every_arrival_is_told_once_at_its_time_and_every_loss_as_a_loss() => Prop.ForAll<ushort, byte[]>((first, steps) =>
    {
        var feedback = new ArrivalFeedback();
        var sent = new SortedDictionary<ushort, long>();
        var told = new Dictionary<ushort, long>();
        var (sequence, now) = (first, 5_000_000L);
        for (var i = 0; i < steps.Length; i++)
        {
            sequence += (ushort)(1 + steps[i] % 3);
            now += steps[i] * 900L;
            feedback.Arrived(sequence, now);
            sent[sequence] = now;
            if (i % 7 == 6) Read(feedback, told);
        }
        Read(feedback, told);
        return told.Count == sent.Count && sent.All(s => Math.Abs(told[s.Key] - s.Value) <= 250 * 400);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Times_are_exact_to_a_quarter_of_a_millisecond()
    {
        var feedback = new ArrivalFeedback();
        long[] times = [1_000_000, 1_000_900, 1_090_000, 1_090_250];
        for (var i = 0; i < times.Length; i++) feedback.Arrived((ushort)(65_534 + i), times[i]);
        var told = new Dictionary<ushort, long>();
        Read(feedback, told);
        for (var i = 0; i < times.Length; i++) Assert.InRange(told[(ushort)(65_534 + i)] - times[i], -250, 250);
    }

    /// <summary>Reads a feedback packet as a browser does (draft-holmer-rmcat-transport-wide-cc-extensions-01 §3.1).</summary>
    private static void Read(ArrivalFeedback feedback, Dictionary<ushort, long> told)
    {
        var bytes = new byte[1400];
        var writer = new RtcpWriter(bytes);
        while (feedback.TryWrite(ref writer, 1, 2))
        {
            new RtcpReader(bytes.AsSpan(0, writer.Length)).TryRead(out var packet);
            var body = packet.Body[8..];
            var sequence = BinaryPrimitives.ReadUInt16BigEndian(body);
            int count = BinaryPrimitives.ReadUInt16BigEndian(body[2..]);
            var time = (BinaryPrimitives.ReadUInt32BigEndian(body[4..]) >> 8) * 64_000L;
            var at = 8 + (count + 6) / 7 * 2;
            for (var i = 0; i < count; i++, sequence++)
            {
                var symbol = BinaryPrimitives.ReadUInt16BigEndian(body[(8 + i / 7 * 2)..]) >> (12 - 2 * (i % 7)) & 3;
                if (symbol == 0) continue;
                time += 250 * (symbol == 1 ? body[at] : BinaryPrimitives.ReadInt16BigEndian(body[at..]));
                at += symbol;
                Assert.True(told.TryAdd(sequence, time));
            }
            writer = new RtcpWriter(bytes);
        }
    }
}
