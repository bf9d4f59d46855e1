using System.Buffers.Binary;

namespace Lyceum.Media.Rtp;

/// <summary>The VP8 payload descriptor and, of a keyframe, its size (RFC 7741 §4.2, RFC 6386 §9.1).</summary>
public readonly struct Vp8Descriptor
{
    /// <summary>Bytes before the VP8 data.</summary>
    public int Length { get; private init; }
    public bool StartsPartition { get; private init; }
    public byte Partition { get; private init; }
    public bool HasPictureId { get; private init; }

    /// <summary>15 bits, or 7 in the short form.</summary>
    public ushort PictureId { get; private init; }
    public bool HasLongPictureId { get; private init; }
    public int PictureIdAt { get; private init; }
    public bool HasTl0PicIdx { get; private init; }
    public byte Tl0PicIdx { get; private init; }
    public int Tl0PicIdxAt { get; private init; }
    public byte TemporalLayer { get; private init; }
    public bool IsKeyframe { get; private init; }

    /// <summary>Of a keyframe, in pixels; 0 when the packet does not hold enough of it.</summary>
    public int Width { get; private init; }
    public int Height { get; private init; }

    public bool StartsFrame => StartsPartition && Partition == 0;

    public static bool TryParse(ReadOnlySpan<byte> payload, out Vp8Descriptor descriptor)
    {
        descriptor = default;
        if (payload.IsEmpty) return false;
        var first = payload[0];
        int at = 1, pictureAt = 0, tl0At = 0;
        bool hasPicture = false, isLong = false, hasTl0 = false, hasLayer = false, hasKeyIndex = false;
        if ((first & 0x80) != 0)
        {
            if (payload.Length < 2) return false;
            var bits = payload[1];
            (hasPicture, hasTl0, hasLayer, hasKeyIndex) = ((bits & 0x80) != 0, (bits & 0x40) != 0, (bits & 0x20) != 0, (bits & 0x10) != 0);
            at = 2;
        }
        if (hasPicture)
        {
            if (payload.Length <= at) return false;
            pictureAt = at;
            isLong = (payload[at] & 0x80) != 0;
            at += isLong ? 2 : 1;
        }
        if (hasTl0) tl0At = at++;
        var layerAt = at;
        if (hasLayer || hasKeyIndex) at++;
        if (payload.Length <= at) return false;

        var isKeyframe = (first & 0x10) != 0 && (first & 0x07) == 0 && (payload[at] & 1) == 0;
        var (width, height) = isKeyframe ? Size(payload[at..]) : (0, 0);
        descriptor = new Vp8Descriptor
        {
            Length = at,
            StartsPartition = (first & 0x10) != 0,
            Partition = (byte)(first & 0x07),
            HasPictureId = hasPicture,
            HasLongPictureId = isLong,
            PictureIdAt = pictureAt,
            PictureId = !hasPicture ? (ushort)0 : isLong ? (ushort)(BinaryPrimitives.ReadUInt16BigEndian(payload[pictureAt..]) & 0x7FFF) : payload[pictureAt],
            HasTl0PicIdx = hasTl0,
            Tl0PicIdxAt = tl0At,
            Tl0PicIdx = hasTl0 ? payload[tl0At] : (byte)0,
            TemporalLayer = hasLayer ? (byte)(payload[layerAt] >> 6) : (byte)0,
            IsKeyframe = isKeyframe,
            Width = width,
            Height = height,
        };
        return true;
    }

    /// <summary>Puts another picture id and TL0PICIDX into a payload that this descriptor was read from.</summary>
    public void Rewrite(Span<byte> payload, ushort pictureId, byte tl0PicIdx)
    {
        if (HasPictureId && HasLongPictureId) BinaryPrimitives.WriteUInt16BigEndian(payload[PictureIdAt..], (ushort)(pictureId | 0x8000));
        else if (HasPictureId) payload[PictureIdAt] = (byte)(pictureId & 0x7F);
        if (HasTl0PicIdx) payload[Tl0PicIdxAt] = tl0PicIdx;
    }

    private static (int Width, int Height) Size(ReadOnlySpan<byte> frame) =>
        frame.Length < 10 || frame[3] != 0x9D || frame[4] != 0x01 || frame[5] != 0x2A
            ? (0, 0)
            : (BinaryPrimitives.ReadUInt16LittleEndian(frame[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(frame[8..]) & 0x3FFF);
}
