using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Lyceum.Media.Stun;

/// <summary>
/// A STUN message read in place (RFC 8489 §5, §14). <see cref="TryParse"/> accepts any bytes and answers false to what is malformed;
/// it never throws and never allocates.
/// </summary>
public readonly ref struct StunMessage
{
    public const int HeaderBytes = 20, MaxBytes = 1280;
    private readonly ReadOnlySpan<byte> bytes;

    private StunMessage(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    public ushort Type => BinaryPrimitives.ReadUInt16BigEndian(bytes);
    public ReadOnlySpan<byte> TransactionId => bytes.Slice(8, 12);

    public static bool TryParse(ReadOnlySpan<byte> bytes, out StunMessage message)
    {
        message = default;
        if (bytes.Length is < HeaderBytes or > MaxBytes || (bytes[0] & 0xC0) != 0) return false;
        if (BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) != StunCode.MagicCookie) return false;
        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        if (length % 4 != 0 || length != bytes.Length - HeaderBytes) return false;
        for (var at = HeaderBytes; at < bytes.Length;)
        {
            // Lengths are multiples of four, so a header always fits.
            var value = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            at += 4 + Padded(value);
            if (at > bytes.Length) return false;
        }
        message = new StunMessage(bytes);
        return true;
    }

    public bool TryGet(ushort attribute, out ReadOnlySpan<byte> value) => TryFind(attribute, out value, out _);

    /// <summary>HMAC-SHA1 over everything before the attribute, the length field counting up to its end (RFC 8489 §14.5).</summary>
    public bool HasIntegrity(ReadOnlySpan<byte> key)
    {
        if (!TryFind(StunCode.MessageIntegrity, out var claimed, out var at) || claimed.Length != 20) return false;
        Span<byte> covered = stackalloc byte[MaxBytes];
        bytes[..at].CopyTo(covered);
        BinaryPrimitives.WriteUInt16BigEndian(covered[2..], (ushort)(at + 24 - HeaderBytes));
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(key, covered[..at], hash);
        return CryptographicOperations.FixedTimeEquals(hash, claimed);
    }

    /// <summary>CRC-32 of everything before the attribute, XOR "STUN" (RFC 8489 §14.7).</summary>
    public bool HasFingerprint() =>
        TryFind(StunCode.Fingerprint, out var claimed, out var at) && claimed.Length == 4 && at + 8 == bytes.Length
        && BinaryPrimitives.ReadUInt32BigEndian(claimed) == (Crc32.Of(bytes[..at]) ^ StunCode.FingerprintMask);

    private bool TryFind(ushort attribute, out ReadOnlySpan<byte> value, out int position)
    {
        for (var at = HeaderBytes; at < bytes.Length;)
        {
            var type = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (type == attribute)
            {
                value = bytes.Slice(at + 4, length);
                position = at;
                return true;
            }
            // What follows MESSAGE-INTEGRITY is not covered by it and must be ignored, but for FINGERPRINT (RFC 8489 §14.5).
            if (type == StunCode.MessageIntegrity && attribute != StunCode.Fingerprint) break;
            at += 4 + Padded(length);
        }
        value = default;
        position = -1;
        return false;
    }

    private static int Padded(int length) => (length + 3) & ~3;
}
