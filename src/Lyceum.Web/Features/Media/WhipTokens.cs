using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Lyceum.Web.Features.Media;

/// <summary>Bearer tokens with which an encoder publishes into one room as one participant, until they expire.</summary>
public sealed class WhipTokens(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector protector = protection.CreateProtector("Lyceum.Whip");

    public string Mint(string room, string participant, TimeSpan lifetime) =>
        protector.Protect(string.Join('\n', room, participant, (time.GetUtcNow() + lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    /// <summary>The participant that an Authorization header lets publish into the room, or null.</summary>
    public string? Read(string? authorization, string room)
    {
        const string scheme = "Bearer ";
        if (authorization is null || !authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            var parts = protector.Unprotect(authorization[scheme.Length..].Trim()).Split('\n');
            var isValid = parts.Length == 3 && parts[0] == room && long.Parse(parts[2], CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds();
            return isValid ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
