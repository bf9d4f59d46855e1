using System.Security.Claims;
using Lyceum.Domain.Accounts;
using Lyceum.Web.Features.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lyceum.Bench;

/// <summary>The cookies and the token that a browser of a session would send, made with the school's own keys.</summary>
internal sealed record Browser(string Cookies, string Token)
{
    public const string TokenHeader = "RequestVerificationToken";

    public static Browser Of(IServiceProvider services, Session session)
    {
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim("session", session.Id.ToString())], SignIns.Scheme));
        var from = DateTimeOffset.UnixEpoch.AddTicks(session.StartedAt.ToUnixTimeTicks());
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IsPersistent = true, IssuedUtc = from, ExpiresUtc = from.AddDays(30) }, SignIns.Scheme);
        var cookies = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignIns.Scheme);
        var tokens = services.GetRequiredService<IAntiforgery>().GetTokens(new DefaultHttpContext { RequestServices = services, User = principal });
        return new Browser($"lyceum={cookies.TicketDataFormat.Protect(ticket)}; lyceum-csrf={tokens.CookieToken}", tokens.RequestToken!);
    }
}
