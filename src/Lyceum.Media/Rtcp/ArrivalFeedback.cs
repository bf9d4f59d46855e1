using System.Buffers.Binary;

namespace Lyceum.Media.Rtcp;

/// <summary>
/// Remembers when each packet of a publisher's connection arrived and tells it in transport-wide feedback, from which the browser
/// estimates what it may send (draft-holmer-rmcat-transport-wide-cc-extensions-01 §3.1).
/// </summary>
public sealed class ArrivalFeedback
{
    private const int Window = 2048, MaxPackets = 350, TickMicroseconds = 250, ReferenceMicroseconds = 64_000;
    private readonly long[] arrivals = new long[Window];
    private ushort next, end;
    private bool started;
    private byte count;

    public void Arrived(ushort sequence, long microseconds)
    {
        if (!started) (started, next, end) = (true, sequence, sequence);
        var ahead = (short)(sequence - end);
        if (ahead >= 0)
        {
            if (ahead >= Window / 2) (next, end) = (sequence, sequence);
            while (end != (ushort)(sequence + 1)) arrivals[end++ % Window] = 0;
            if ((ushort)(end - next) > Window / 2) next = (ushort)(end - Window / 2);
        }
        else if ((short)(sequence - next) < 0) return;
        arrivals[sequence % Window] = microseconds;
    }

    /// <summary>Writes one feedback packet about what was not yet told; false when nothing arrived.</summary>
    public bool TryWrite(ref RtcpWriter writer, uint sender, uint media)
    {
        while (next != end && arrivals[next % Window] == 0) next++;
        if (next == end) return false;
        var reference = arrivals[next % Window] / ReferenceMicroseconds;
        Span<short> deltas = stackalloc short[MaxPackets];
        Span<byte> symbols = stackalloc byte[MaxPackets];
        var (packets, deltaBytes) = Collect(reference, deltas, symbols);
        var chunks = (packets + 6) / 7;
        var length = (8 + 2 * chunks + deltaBytes + 3) & ~3;
        var body = writer.TransportWide(sender, media, length);
        body.Clear();
        BinaryPrimitives.WriteUInt16BigEndian(body, next);
        BinaryPrimitives.WriteUInt16BigEndian(body[2..], (ushort)packets);
        BinaryPrimitives.WriteUInt32BigEndian(body[4..], (uint)(reference & 0xFFFFFF) << 8 | count++);
        WriteSymbols(body[8..], symbols[..packets]);
        WriteDeltas(body[(8 + 2 * chunks)..], symbols[..packets], deltas);
        next = (ushort)(next + packets);
        return true;
    }

    /// <summary>One symbol a packet: 0 not received, 1 a small delta of one byte, 2 a large or negative one of two.</summary>
    private (int Packets, int DeltaBytes) Collect(long reference, Span<short> deltas, Span<byte> symbols)
    {
        var last = reference * ReferenceMicroseconds;
        int packets = 0, bytes = 0;
        for (var at = next; at != end && packets < MaxPackets; at++, packets++)
        {
            var arrived = arrivals[at % Window];
            if (arrived == 0) continue;
            var delta = (arrived - last) / TickMicroseconds;
            // A pause too long for sixteen bits starts a packet of its own, with its own reference time.
            if (delta is < short.MinValue or > short.MaxValue) break;
            deltas[packets] = (short)delta;
            symbols[packets] = (byte)(delta is >= 0 and <= 255 ? 1 : 2);
            bytes += symbols[packets];
            last += delta * TickMicroseconds;
        }
        return (packets, bytes);
    }

    /// <summary>Status vector chunks of seven two-bit symbols.</summary>
    private static void WriteSymbols(Span<byte> place, ReadOnlySpan<byte> symbols)
    {
        for (var start = 0; start < symbols.Length; start += 7)
        {
            var chunk = 0xC000;
            for (var i = start; i < Math.Min(start + 7, symbols.Length); i++) chunk |= symbols[i] << (12 - 2 * (i - start));
            BinaryPrimitives.WriteUInt16BigEndian(place[(start / 7 * 2)..], (ushort)chunk);
        }
    }

    private static void WriteDeltas(Span<byte> place, ReadOnlySpan<byte> symbols, ReadOnlySpan<short> deltas)
    {
        var at = 0;
        for (var i = 0; i < symbols.Length; i++)
        {
            if (symbols[i] == 1) place[at++] = (byte)deltas[i];
            if (symbols[i] != 2) continue;
            BinaryPrimitives.WriteInt16BigEndian(place[at..], deltas[i]);
            at += 2;
        }
    }
}
