using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Lyceum.Web.Features.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace Lyceum.Web.Hosting;

/// <summary>Anti-forgery for endpoints that are not pages: the page's token comes in the RequestVerificationToken header.</summary>
public sealed class TokenFilter(IAntiforgery antiforgery, KnownTokens known) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        known.Has(context.HttpContext) || await IsValid(context.HttpContext) ? await next(context) : Results.BadRequest();

    private async Task<bool> IsValid(HttpContext http)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return false;
        known.Keep(http);
        return true;
    }
}

/// <summary>
/// The pair of tokens, of cookie and header, that each session proved last. An attempt sends the same pair hundreds of times, and to decrypt
/// it costs as much as to save an answer. A pair is good for the session that proved it, and only to the letter; it does not expire of itself.
/// </summary>
public sealed class KnownTokens(IOptions<AntiforgeryOptions> options)
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<Guid, (string Cookie, string Header)> pairs = new();

    public bool Has(HttpContext http) =>
        http.Visit().SessionId is { } session && pairs.TryGetValue(session, out var pair) && Read(http) is var (cookie, header)
        && IsSame(pair.Cookie, cookie) && IsSame(pair.Header, header);

    public void Keep(HttpContext http)
    {
        if (http.Visit().SessionId is not { } session) return;
        if (pairs.Count >= Most) pairs.Clear();
        pairs[session] = Read(http);
    }

    private (string Cookie, string Header) Read(HttpContext http) =>
        (http.Request.Cookies[options.Value.Cookie.Name!] ?? "", http.Request.Headers[options.Value.HeaderName!].ToString());

    private static bool IsSame(string known, string sent) =>
        sent.Length > 0 && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(known.AsSpan()), MemoryMarshal.AsBytes(sent.AsSpan()));
}

public static class TokenFilterOfRoutes
{
    public static TBuilder RequireToken<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter<TBuilder, TokenFilter>();
}
