namespace Lyceum.Media.Rtp;

/// <summary>
/// Walks the header extension of a packet, in its one-byte or two-byte form (RFC 8285 §4.2, §4.3). Ends quietly where the bytes stop making sense.
/// </summary>
public ref struct RtpExtensions
{
    private const ushort OneByte = 0xBEDE, TwoBytes = 0x1000, TwoBytesMask = 0xFFF0;
    private readonly ReadOnlySpan<byte> bytes;
    private readonly bool isOneByte;
    private int at;

    public RtpExtensions(ReadOnlySpan<byte> packet, in RtpHeader header)
    {
        isOneByte = header.ExtensionProfile == OneByte;
        var isKnown = isOneByte || (header.ExtensionProfile & TwoBytesMask) == TwoBytes;
        bytes = isKnown ? packet.Slice(header.ExtensionStart, header.ExtensionLength) : [];
    }

    public byte Id { get; private set; }
    public ReadOnlySpan<byte> Value { get; private set; }

    public bool MoveNext()
    {
        while (at < bytes.Length)
        {
            if (bytes[at] == 0)
            {
                at++;
                continue;
            }
            int length;
            if (isOneByte)
            {
                Id = (byte)(bytes[at] >> 4);
                length = (bytes[at] & 0x0F) + 1;
                at++;
                // 15 is reserved and ends the walk.
                if (Id == 15) return Stop();
            }
            else
            {
                if (at + 2 > bytes.Length) return Stop();
                Id = bytes[at];
                length = bytes[at + 1];
                at += 2;
            }
            if (at + length > bytes.Length) return Stop();
            Value = bytes.Slice(at, length);
            at += length;
            return true;
        }
        return false;
    }

    private bool Stop()
    {
        at = bytes.Length;
        return false;
    }
}
