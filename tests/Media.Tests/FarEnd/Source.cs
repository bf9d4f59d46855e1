using Lyceum.Media.Rtp;

namespace Lyceum.Media.FarEnd;

/// <summary>A stream of packets that look like VP8 or Opus: frames of several packets, the first of a picture marked as a keyframe when asked.</summary>
public sealed class Source(Caller caller, bool isPicture, int payloadBytes)
{
    private readonly byte[] packet = new byte[1600];
    private ushort sequence = 1, picture = 1;
    private uint timestamp = 1;
    private long keyframesSeen = -1;

    public long Sent { get; private set; }

    private bool isKeyframe;

    /// <summary>Sends one frame of so many packets.</summary>
    public void SendFrame(int packets)
    {
        for (var i = 0; i < packets; i++) SendPart(i, packets);
    }

    /// <summary>Sends one packet of a frame, for whoever paces packets.</summary>
    public void SendPart(int part, int packets)
    {
        if (part == 0)
        {
            isKeyframe = isPicture && keyframesSeen != caller.KeyframesAsked;
            keyframesSeen = caller.KeyframesAsked;
        }
        var ssrc = isPicture ? CallerSdp.PictureSsrc : CallerSdp.SoundSsrc;
        RtpHeader.Write(packet, isPicture ? (byte)96 : (byte)111, part == packets - 1, sequence, timestamp, ssrc);
        var payload = packet.AsSpan(12, payloadBytes);
        payload.Fill((byte)sequence);
        if (isPicture) Describe(payload, isFirst: part == 0);
        caller.Send(packet, 12 + payloadBytes, ssrc, sequence++);
        Sent++;
        if (part < packets - 1) return;
        picture++;
        timestamp += isPicture ? 3_000u : 960u;
    }

    private void Describe(Span<byte> payload, bool isFirst)
    {
        byte[] descriptor = [(byte)(0x80 | (isFirst ? 0x10 : 0)), 0x80, (byte)(0x80 | picture >> 8 & 0x7F), (byte)picture];
        descriptor.CopyTo(payload);
        byte[] frame = [(byte)(isKeyframe ? 0x10 : 0x11), 2, 0, 0x9D, 1, 0x2A, 0x40, 1, 0xF0, 0];
        if (isFirst) frame.CopyTo(payload[4..]);
    }
}
