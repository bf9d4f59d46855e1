using Lyceum.Media.Rtp;

namespace Lyceum.Media;

/// <summary>A decrypted packet on its way to the subscribers. The payload is without padding.</summary>
internal readonly ref struct MediaPacket(ushort sequence, uint timestamp, bool marker, ReadOnlySpan<byte> payload, Vp8Descriptor vp8, byte level, long now)
{
    public ushort Sequence { get; } = sequence;
    public uint Timestamp { get; } = timestamp;
    public bool Marker { get; } = marker;
    public ReadOnlySpan<byte> Payload { get; } = payload;
    public Vp8Descriptor Vp8 { get; } = vp8;

    /// <summary>The audio level extension's byte (RFC 6464 §3).</summary>
    public byte Level { get; } = level;
    public long Now { get; } = now;
}
