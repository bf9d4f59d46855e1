using System.Buffers.Binary;
using Lyceum.Media.Rtp;
using Lyceum.Media.Sdp;

namespace Lyceum.Media;

/// <summary>
/// The header of every packet to a subscriber: its transport-wide number, or the send time for a browser that estimates by itself, and of
/// sound its level (RFC 8285 §4.2). The number is put in when the packet leaves.
/// </summary>
internal static class OutgoingHeader
{
    private const int NumberAt = 17;

    public static int Write(Span<byte> slot, MediaKind kind, bool marker, ushort sequence, uint timestamp, uint ssrc, byte level, long now, bool isNumbered,
        byte type = SubscribeOffer.Vp8Type)
    {
        var isAudio = kind == MediaKind.Audio;
        RtpHeader.Write(slot, isAudio ? SubscribeOffer.OpusType : type, marker, sequence, timestamp, ssrc);
        slot[0] |= 0x10;
        BinaryPrimitives.WriteUInt16BigEndian(slot[12..], 0xBEDE);
        BinaryPrimitives.WriteUInt16BigEndian(slot[14..], (ushort)(isAudio ? 2 : 1));
        BinaryPrimitives.WriteUInt32BigEndian(slot[16..], isNumbered ? (uint)(ExtensionIds.Ours.TransportSequence << 4 | 1) << 24 : SendTime(now));
        if (!isAudio) return 20;
        BinaryPrimitives.WriteUInt32BigEndian(slot[20..], (uint)(ExtensionIds.Ours.AudioLevel << 4) << 24 | (uint)level << 16);
        return 24;
    }

    public static void Number(Span<byte> slot, ushort number) => BinaryPrimitives.WriteUInt16BigEndian(slot[NumberAt..], number);

    /// <summary>24 bits of seconds, 6.18 fixed point, and in front of them the id and the length less one.</summary>
    private static uint SendTime(long now) =>
        (uint)(ExtensionIds.Ours.AbsoluteSendTime << 4 | 2) << 24 | (uint)(now * (1 << 18) / 1_000_000) & 0xFFFFFF;
}
