using Lyceum.Media.Rtp;

namespace Lyceum.Media.Recording;

/// <summary>Joins the payloads of a picture to a whole VP8 frame (RFC 7741 §4). What lacks a part is left out.</summary>
public sealed class Vp8Frames
{
    private byte[] frame = new byte[1 << 16];
    private int length;
    private uint timestamp;
    private bool isOpen;

    public ReadOnlySpan<byte> Frame => frame.AsSpan(0, length);
    public bool IsKeyframe { get; private set; }
    public int Width { get; private set; }
    public int Height { get; private set; }

    public void Drop() => isOpen = false;

    /// <summary>True when this packet completes a frame, which then stands in <see cref="Frame"/>.</summary>
    public bool Add(uint packetTimestamp, bool marker, ReadOnlySpan<byte> payload)
    {
        if (!Vp8Descriptor.TryParse(payload, out var vp8)) return false;
        if (vp8.StartsFrame && (!isOpen || packetTimestamp != timestamp))
        {
            (isOpen, length, timestamp, IsKeyframe) = (true, 0, packetTimestamp, vp8.IsKeyframe);
            if (vp8.Width > 0) (Width, Height) = (vp8.Width, vp8.Height);
        }
        if (!isOpen || packetTimestamp != timestamp) return isOpen = false;
        var data = payload[vp8.Length..];
        if (length + data.Length > frame.Length) Array.Resize(ref frame, Math.Max(frame.Length * 2, length + data.Length));
        data.CopyTo(frame.AsSpan(length));
        length += data.Length;
        if (!marker) return false;
        isOpen = false;
        return true;
    }
}
