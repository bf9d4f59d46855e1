using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>
/// That a captioner's program may bring captions into one class, by a bearer token (RFC 6750) of its own. One a class: a new token makes the
/// one before worthless.
/// </summary>
public sealed class CaptionFeed
{
    private CaptionFeed() { }

    public Guid ClassId { get; private set; }
    /// <summary>SHA-256 of the token, in hexadecimal; the token itself is kept nowhere.</summary>
    public string TokenHash { get; private set; } = "";
    public Guid MadeBy { get; private set; }
    public Instant MadeAt { get; private set; }

    public static CaptionFeed New(Guid classId, string token, Guid by, Instant now) => new() { ClassId = classId, TokenHash = HashOf(token), MadeBy = by, MadeAt = now };

    public void Renew(string token, Guid by, Instant now) => (TokenHash, MadeBy, MadeAt) = (HashOf(token), by, now);

    /// <summary>256 random bits, in the alphabet of RFC 4648 §5 without padding.</summary>
    public static string NewToken() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
