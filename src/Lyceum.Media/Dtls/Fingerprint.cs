using System.Security.Cryptography;

namespace Lyceum.Media.Dtls;

/// <summary>The SHA-256 of a certificate as SDP writes it: "AB:CD:…" (RFC 8122 §5).</summary>
public readonly record struct Fingerprint(string Hex)
{
    public static Fingerprint Of(ReadOnlySpan<byte> certificateDer) =>
        new(string.Join(':', SHA256.HashData(certificateDer).Select(b => b.ToString("X2"))));

    /// <summary>Reads "sha-256 AB:CD:…"; other hashes are refused: no browser needs them.</summary>
    public static bool TryParse(string attribute, out Fingerprint fingerprint)
    {
        fingerprint = default;
        var parts = attribute.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || !parts[0].Equals("sha-256", StringComparison.OrdinalIgnoreCase)) return false;
        var hex = parts[1].ToUpperInvariant();
        if (hex.Length != 95) return false;
        for (var i = 0; i < hex.Length; i++)
            if (i % 3 == 2 ? hex[i] != ':' : !char.IsAsciiHexDigit(hex[i])) return false;
        fingerprint = new Fingerprint(hex);
        return true;
    }
}
