namespace Lyceum.Media.Forwarding;

/// <summary>A ceiling on what one connection may send in a second; what is above it is dropped before any work is done on it.</summary>
public struct RateLimit(int packetsPerSecond, int bitsPerSecond)
{
    private long second;
    private int packets, bytes;

    public bool Allows(int length, long now)
    {
        if (now / 1_000_000 != second) (second, packets, bytes) = (now / 1_000_000, 0, 0);
        packets++;
        bytes += length;
        return packets <= packetsPerSecond && bytes <= bitsPerSecond / 8;
    }
}
