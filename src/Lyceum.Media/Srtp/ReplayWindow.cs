namespace Lyceum.Media.Srtp;

/// <summary>Which of the last 128 packet indices were seen (RFC 3711 §3.3.2 asks for 64 at least). A value: it costs a stream 24 bytes.</summary>
public struct ReplayWindow
{
    private const int Width = 128;
    private UInt128 seen;
    private ulong highest;
    private bool started;

    public readonly bool MayAccept(ulong index)
    {
        if (!started || index > highest) return true;
        var behind = highest - index;
        return behind < Width && (seen >> (int)behind & UInt128.One) == UInt128.Zero;
    }

    /// <summary>To be called only once the packet proved authentic.</summary>
    public void Accept(ulong index)
    {
        if (!started || index > highest)
        {
            var ahead = started ? index - highest : Width;
            seen = ahead >= Width ? UInt128.Zero : seen << (int)ahead;
            seen |= UInt128.One;
            (highest, started) = (index, true);
            return;
        }
        var behind = highest - index;
        if (behind < Width) seen |= UInt128.One << (int)behind;
    }
}
