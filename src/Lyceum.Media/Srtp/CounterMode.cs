using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Lyceum.Media.Srtp;

/// <summary>AES in counter mode (RFC 3711 §4.1.1), made of the platform's block cipher, which has no such mode of its own.</summary>
public sealed class CounterMode : IDisposable
{
    private const int MaxPacket = 2048;
    private readonly ICryptoTransform block;
    private readonly byte[] salt;
    private readonly byte[] counters = new byte[MaxPacket];
    private readonly byte[] stream = new byte[MaxPacket];

    public CounterMode(byte[] key, byte[] salt)
    {
        this.salt = salt;
        using var aes = Aes.Create();
        (aes.Mode, aes.Padding, aes.Key) = (CipherMode.ECB, PaddingMode.None, key);
        block = aes.CreateEncryptor();
    }

    /// <summary>XORs the key stream of one packet onto <paramref name="bytes"/>, at most 2,048 of them.</summary>
    public void Apply(Span<byte> bytes, uint ssrc, ulong index)
    {
        var padded = (bytes.Length + 15) & ~15;
        if (padded == 0) return;
        Span<byte> iv = stackalloc byte[16];
        iv.Clear();
        salt.CopyTo(iv);
        XorBigEndian(iv.Slice(4, 4), ssrc);
        XorBigEndian(iv.Slice(8, 4), (uint)(index >> 16));
        iv[12] ^= (byte)(index >> 8);
        iv[13] ^= (byte)index;
        for (var at = 0; at < padded; at += 16)
        {
            iv.CopyTo(counters.AsSpan(at));
            BinaryPrimitives.WriteUInt16BigEndian(counters.AsSpan(at + 14), (ushort)(at >> 4));
        }
        block.TransformBlock(counters, 0, padded, stream, 0);
        for (var i = 0; i < bytes.Length; i++) bytes[i] ^= stream[i];
    }

    public void Dispose() => block.Dispose();

    private static void XorBigEndian(Span<byte> place, uint value) =>
        BinaryPrimitives.WriteUInt32BigEndian(place, BinaryPrimitives.ReadUInt32BigEndian(place) ^ value);
}
