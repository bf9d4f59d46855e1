using System.Diagnostics;
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

    /// <summary>Of sound: how loud it says to be, 0 the loudest, 127 silence (RFC 6464 §3).</summary>
    public byte Level { get; set; } = 127;

    /// <summary>Sends one frame of so many packets.</summary>
    public void SendFrame(int packets)
    {
        for (var i = 0; i < packets; i++) SendPart(i, packets);
    }

    /// <summary>Sends a frame where one is due at the pace of a camera: what comes faster meets the ceilings and budgets that are made against it.</summary>
    public void SendFrameWhenDue(int packets)
    {
        var now = Stopwatch.GetTimestamp();
        if (now < due) return;
        due = now + Stopwatch.Frequency / 30;
        SendFrame(packets);
    }

    private long due;

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
        var header = isPicture ? 12 : SayLevel();
        var payload = packet.AsSpan(header, payloadBytes);
        payload.Fill((byte)sequence);
        if (isPicture) Describe(payload, isFirst: part == 0);
        else if (payloadBytes == Silence.Length) Silence.CopyTo(payload);
        caller.Send(packet, header + payloadBytes, ssrc, sequence++);
        Sent++;
        if (part < packets - 1) return;
        picture++;
        timestamp += isPicture ? 3_000u : 960u;
    }

    /// <summary>A frame of 20 ms that every Opus decoder takes (RFC 6716 §3.1).</summary>
    private static ReadOnlySpan<byte> Silence => [0xFC, 0xFF, 0xFE];

    private int SayLevel()
    {
        packet[0] |= 0x10;
        byte[] extension = [0xBE, 0xDE, 0, 1, 0x10, Level, 0, 0];
        extension.CopyTo(packet, 12);
        return 12 + extension.Length;
    }

    private void Describe(Span<byte> payload, bool isFirst)
    {
        byte[] descriptor = [(byte)(0x80 | (isFirst ? 0x10 : 0)), 0x80, (byte)(0x80 | picture >> 8 & 0x7F), (byte)picture];
        descriptor.CopyTo(payload);
        byte[] frame = [(byte)(isKeyframe ? 0x10 : 0x11), 2, 0, 0x9D, 1, 0x2A, 0x40, 1, 0xF0, 0];
        if (isFirst) frame.CopyTo(payload[4..]);
    }
}
