using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;

namespace Lyceum.Web.Features.Classes.Captions;

/// <summary>
/// A captioner's program posts WebVTT (text/vtt) with a bearer token (RFC 6750): small documents one after another, or one body that goes on as
/// long as the class does. Described in docs/captions.md.
/// </summary>
internal static class TakeCaptions
{
    private const string WebVttType = "text/vtt", Scheme = "Bearer ";

    /// <summary>200 with how many were taken; 401 without the class's token, 403 when it was withdrawn meanwhile, 409 before the doors are open, 410 after the class, 415, 429, or 400 for what is no WebVTT.</summary>
    public static async Task<IResult> Take(Guid id, HttpContext http, CaptionStreams streams, Words words, CancellationToken ct)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        var token = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : "";
        if (token.Length == 0 || !await streams.Knows(id, token, ct))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }
        if (!IsWebVtt(http.Request.ContentType)) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        // Whoever captions is silent while nobody speaks.
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = null;
        var taken = await streams.Run(id, token, http.Request.Body, ct);
        if (taken.IsRefused && taken.Refusal == CaptionRefusals.TooMany)
        {
            http.Response.Headers.RetryAfter = "10";
            return Results.Problem(words.Of(taken.Refusal), statusCode: StatusCodes.Status429TooManyRequests);
        }
        return taken.ToResult(words, count => Results.Json(new { captions = count }));
    }

    private static bool IsWebVtt(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(WebVttType, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
