using System.Buffers.Binary;
using System.Security.Cryptography;
using Lyceum.Media.Sockets;

namespace Lyceum.Media.Stun;

/// <summary>Builds a STUN message in the caller's memory (RFC 8489 §5).</summary>
public ref struct StunWriter
{
    private readonly Span<byte> bytes;
    private int length;

    public StunWriter(Span<byte> bytes, ushort type, ReadOnlySpan<byte> transactionId)
    {
        this.bytes = bytes;
        BinaryPrimitives.WriteUInt16BigEndian(bytes, type);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], StunCode.MagicCookie);
        transactionId.CopyTo(bytes[8..]);
        length = StunMessage.HeaderBytes;
        SetLength(length);
    }

    public readonly int Length => length;

    public void Add(ushort attribute, scoped ReadOnlySpan<byte> value)
    {
        var place = Begin(attribute, value.Length);
        value.CopyTo(place);
    }

    /// <summary>The address that the request came from, hidden from meddling middle boxes by XOR (RFC 8489 §14.2).</summary>
    public void AddXorMappedAddress(in PeerAddress address)
    {
        var value = Begin(StunCode.XorMappedAddress, address.IsIPv4 ? 8 : 20);
        value[0] = 0;
        value[1] = (byte)(address.IsIPv4 ? 1 : 2);
        BinaryPrimitives.WriteUInt16BigEndian(value[2..], (ushort)(address.Port ^ (StunCode.MagicCookie >> 16)));
        if (address.IsIPv4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(value[4..], (uint)address.Address ^ StunCode.MagicCookie);
            return;
        }
        // The mask is the cookie and the transaction id, which stand side by side in the header.
        BinaryPrimitives.WriteUInt128BigEndian(value[4..], address.Address ^ BinaryPrimitives.ReadUInt128BigEndian(bytes[4..]));
    }

    public void AddIntegrity(ReadOnlySpan<byte> key)
    {
        SetLength(length + 24);
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(key, bytes[..length], hash);
        Add(StunCode.MessageIntegrity, hash);
    }

    public void AddFingerprint()
    {
        SetLength(length + 8);
        var crc = Crc32.Of(bytes[..length]) ^ StunCode.FingerprintMask;
        BinaryPrimitives.WriteUInt32BigEndian(Begin(StunCode.Fingerprint, 4), crc);
    }

    private Span<byte> Begin(ushort attribute, int valueLength)
    {
        BinaryPrimitives.WriteUInt16BigEndian(bytes[length..], attribute);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[(length + 2)..], (ushort)valueLength);
        var padded = (valueLength + 3) & ~3;
        var value = bytes.Slice(length + 4, padded);
        value.Clear();
        length += 4 + padded;
        SetLength(length);
        return value;
    }

    private readonly void SetLength(int total) => BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], (ushort)(total - StunMessage.HeaderBytes));
}
