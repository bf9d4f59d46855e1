using System.Globalization;
using System.Security.Cryptography;
using Lyceum.Data.Accounts;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace Lyceum.Web.Features.Accounts;

/// <summary>
/// The link in the letter to somebody who is new to the school. It opens a page of their own until it is used, for two weeks at most:
/// the account's stamp stands in it, and changes when they choose how to sign in.
/// </summary>
public sealed class Invitations(IDataProtectionProvider protection, SchoolSettings settings, IClock clock)
{
    public static readonly Duration GoodFor = Duration.FromDays(14);

    private readonly IDataProtector protector = protection.CreateProtector("accounts.invitation");

    /// <summary>Somebody who has not chosen yet how to sign in.</summary>
    public static bool IsFor(Account account) => !account.EmailConfirmed;

    public Uri LinkFor(Account account)
    {
        var until = (clock.GetCurrentInstant() + GoodFor).ToUnixTimeSeconds();
        var token = protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{account.Id} {until} {account.SecurityStamp}"));
        return new Uri(settings.PublicAddress, $"/account/invitation?token={token}");
    }

    /// <summary>Whom the link was written to, and the stamp that their account had then; null when it is none, or too old.</summary>
    public (Guid Who, string Stamp)? Read(string? token)
    {
        try
        {
            var parts = protector.Unprotect(token ?? "").Split(' ');
            return clock.GetCurrentInstant() < Instant.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture)) ? (Guid.Parse(parts[0]), parts[2]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
