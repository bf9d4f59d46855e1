using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lyceum.Media.Ice;

/// <summary>
/// Short-lived credentials for a TURN server that shares a secret with us (draft-uberti-behave-turn-rest-00 §2.2; coturn's use-auth-secret):
/// the user name tells when they expire, in seconds of Unix time (UTC), and the password is its HMAC-SHA1 in base64.
/// </summary>
public sealed record TurnCredentials(string Username, string Password, DateTimeOffset ExpiresAt)
{
    public static TurnCredentials Mint(string sharedSecret, string participant, TimeSpan lifetime, TimeProvider time)
    {
        var expires = time.GetUtcNow() + lifetime;
        var username = string.Create(CultureInfo.InvariantCulture, $"{expires.ToUnixTimeSeconds()}:{participant}");
        var password = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(sharedSecret), Encoding.UTF8.GetBytes(username)));
        return new(username, password, expires);
    }
}
