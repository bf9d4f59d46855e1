using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Lyceum.Web.Features.Accounts;

/// <summary>What a browser's cookies say once they are decrypted, and a token for its forms.</summary>
public sealed record KnownBrowser(Guid SessionId, string Token, Instant Until);

/// <summary>
/// The browsers that were here lately, by the cookies that they send: decrypting these takes longer than asking the database. It is
/// only what they say; whether that session is still open is asked each time.
/// </summary>
public sealed class KnownBrowsers(IOptionsMonitor<CookieAuthenticationOptions> options, IAntiforgery antiforgery, IClock clock)
{
    private const int Most = 4000;
    private readonly ConcurrentDictionary<string, KnownBrowser> known = new();

    /// <summary>Null where the cookies have to be judged, renewed or completed first.</summary>
    public KnownBrowser? Find(HttpContext context)
    {
        var header = context.Request.Headers.Cookie;
        if (header.Count != 1 || header[0] is not { } cookies) return null;
        var now = clock.GetCurrentInstant();
        if (known.TryGetValue(cookies, out var browser) && now < browser.Until) return browser;
        browser = Decrypt(context, cookies);
        if (browser is null || now >= browser.Until) return null;
        if (known.Count >= Most) known.Clear();
        return known[cookies] = browser;
    }

    private KnownBrowser? Decrypt(HttpContext context, string cookies)
    {
        var cookie = options.Get(SignIns.Scheme);
        var ticket = cookie.CookieManager.GetRequestCookie(context, cookie.Cookie.Name!) is { } value ? cookie.TicketDataFormat.Unprotect(value) : null;
        if (ticket is not { Properties: { IssuedUtc: { } issued, ExpiresUtc: { } expires } } || SignIns.SessionOf(ticket.Principal) is not { } session) return null;
        return TokenOf(context, cookies, ticket.Principal) is not { } token ? null
            // From half of its time on a cookie is renewed, which is not for here to do.
            : new(session, token, Instant.FromDateTimeOffset(issued + (expires - issued) / 2));
    }

    /// <summary>Asked aside, so that the request itself knows nobody as long as the database has not been asked.</summary>
    private string? TokenOf(HttpContext context, string cookies, ClaimsPrincipal who)
    {
        var aside = new DefaultHttpContext { RequestServices = context.RequestServices, User = who };
        (aside.Request.Scheme, aside.Request.Headers.Cookie) = (context.Request.Scheme, cookies);
        var tokens = antiforgery.GetTokens(aside);
        return tokens.CookieToken is null ? tokens.RequestToken : null;
    }
}
