using System.Security.Cryptography;
using System.Text;

namespace Lyceum.Domain.Classes;

/// <summary>What makes a guest's link theirs: 256 random bits, in the alphabet of RFC 4648 §5 without padding.</summary>
public sealed record GuestToken(string Text)
{
    public const int Letters = 43;

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Text)));

    public static GuestToken New() => new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
}
