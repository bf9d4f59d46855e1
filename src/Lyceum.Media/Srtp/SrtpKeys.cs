namespace Lyceum.Media.Srtp;

/// <summary>The protection profiles that are offered (RFC 5764 §4.1.2, RFC 7714 §14.2), by their registered number.</summary>
public enum SrtpProfile { AesCm128HmacSha1With80BitTag = 0x0001, AeadAes128Gcm = 0x0007 }

/// <summary>One direction's master key and salt.</summary>
public readonly record struct SrtpMaster(byte[] Key, byte[] Salt);

/// <summary>What the DTLS exporter yields: the client's and the server's master keys (RFC 5764 §4.2).</summary>
public sealed record SrtpKeys(SrtpProfile Profile, SrtpMaster Client, SrtpMaster Server)
{
    private const int KeyBytes = 16;

    public const string ExporterLabel = "EXTRACTOR-dtls_srtp";

    /// <summary>How many bytes to export: two keys of 16 and two salts, of 12 bytes for GCM and 14 for counter mode.</summary>
    public static int ExportedBytes(SrtpProfile profile) => 2 * (KeyBytes + SaltBytes(profile));

    /// <summary>client_write key, server_write key, client_write salt, server_write salt, in this order.</summary>
    public static SrtpKeys Split(SrtpProfile profile, ReadOnlySpan<byte> exported)
    {
        var salt = SaltBytes(profile);
        return new(profile,
            new(exported[..KeyBytes].ToArray(), exported.Slice(2 * KeyBytes, salt).ToArray()),
            new(exported.Slice(KeyBytes, KeyBytes).ToArray(), exported.Slice(2 * KeyBytes + salt, salt).ToArray()));
    }

    private static int SaltBytes(SrtpProfile profile) => profile == SrtpProfile.AeadAes128Gcm ? 12 : 14;
}
