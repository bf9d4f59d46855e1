using System.Buffers.Binary;
using Lyceum.Media.Rtp;

namespace Lyceum.Media.Srtp;

/// <summary>
/// Takes protected packets of one connection: guesses the index, refuses replays, authenticates, decrypts in place.
/// A stream's state is made only by an authentic packet, and for a bounded number of streams: the one that was silent longest makes room.
/// </summary>
public sealed class SrtpReceiver(SrtpCipher cipher) : IDisposable
{
    /// <summary>Streams (SSRCs) that one connection may open; a client publishes three sources in three layers, each with retransmission.</summary>
    public const int MaxStreams = 64;

    private readonly Dictionary<uint, Stream> streams = [];
    private long packets;

    /// <summary>The plain length of the RTP packet, or -1 when it is a replay or a forgery.</summary>
    public int UnprotectRtp(Span<byte> packet, in RtpHeader header)
    {
        var known = streams.TryGetValue(header.Ssrc, out var stream);
        var index = known ? stream!.Index.Guess(header.Sequence) : header.Sequence;
        if (known && !stream!.Replay.MayAccept(index)) return -1;
        var length = cipher.UnprotectRtp(packet, header.HeaderLength, header.Ssrc, index);
        if (length < 0) return -1;
        stream ??= Add(header.Ssrc);
        stream.LastPacket = ++packets;
        stream.Index.Accept(index);
        stream.Replay.Accept(index);
        return length;
    }

    public int UnprotectRtcp(Span<byte> packet)
    {
        if (packet.Length < 8 + cipher.RtcpOverhead) return -1;
        var ssrc = BinaryPrimitives.ReadUInt32BigEndian(packet[4..]);
        var at = cipher is AesGcmCipher ? packet.Length - 4 : packet.Length - cipher.RtcpOverhead;
        var index = BinaryPrimitives.ReadUInt32BigEndian(packet[at..]) & 0x7FFFFFFF;
        var known = streams.TryGetValue(ssrc, out var stream);
        if (known && !stream!.RtcpReplay.MayAccept(index)) return -1;
        var length = cipher.UnprotectRtcp(packet, ssrc, index);
        if (length < 0) return -1;
        stream ??= Add(ssrc);
        stream.LastPacket = ++packets;
        stream.RtcpReplay.Accept(index);
        return length;
    }

    private Stream Add(uint ssrc)
    {
        if (streams.Count >= MaxStreams) streams.Remove(streams.MinBy(s => s.Value.LastPacket).Key);
        return streams[ssrc] = new Stream();
    }

    public void Dispose() => cipher.Dispose();

    private sealed class Stream
    {
        public PacketIndex Index;
        public long LastPacket;
        public ReplayWindow Replay, RtcpReplay;
    }
}
