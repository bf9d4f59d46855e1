using System.Security.Cryptography;

namespace Lyceum.Media.Srtp;

/// <summary>Session keys out of a master key, by AES in counter mode and a label for each use (RFC 3711 §4.3).</summary>
public static class SessionKeys
{
    public const byte RtpEncryption = 0, RtpAuthentication = 1, RtpSalt = 2, RtcpEncryption = 3, RtcpAuthentication = 4, RtcpSalt = 5;

    /// <summary>A key derivation rate of zero, as DTLS-SRTP always has it: x = label XOR salt, padded to a block (RFC 3711 §4.3.1).</summary>
    public static byte[] Derive(SrtpMaster master, byte label, int length)
    {
        Span<byte> counter = stackalloc byte[16];
        counter.Clear();
        master.Salt.CopyTo(counter);
        counter[7] ^= label;

        using var aes = Aes.Create();
        aes.Key = master.Key;
        var stream = new byte[(length + 15) / 16 * 16];
        for (var block = 0; block * 16 < stream.Length; block++)
        {
            counter[15] = (byte)block;
            aes.EncryptEcb(counter, stream.AsSpan(block * 16, 16), PaddingMode.None);
        }
        return stream[..length];
    }
}
