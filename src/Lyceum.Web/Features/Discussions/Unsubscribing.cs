using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Lyceum.Web.Features.Discussions;

/// <summary>Makes and reads the token in the one-click address of a letter (RFC 8058): whoever holds the letter may stop the letters, nothing else.</summary>
public sealed class Unsubscribing(IDataProtector protector)
{
    public string TokenFor(Guid threadId, Guid personId) => protector.Protect($"{threadId:N}{personId:N}");

    public (Guid ThreadId, Guid PersonId)? Read(string? token)
    {
        try
        {
            var plain = protector.Unprotect(token ?? "");
            return (Guid.ParseExact(plain[..32], "N"), Guid.ParseExact(plain[32..], "N"));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
