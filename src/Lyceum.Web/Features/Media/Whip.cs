using System.Text;
using Lyceum.Media;

namespace Lyceum.Web.Features.Media;

/// <summary>
/// WebRTC-HTTP ingestion (RFC 9725): an encoder such as OBS posts its offer with a bearer token and gets the answer; deleting the session ends it.
/// There is no trickle: our candidates are all in the answer, and an encoder's are not needed (§4.3 lets PATCH be refused).
/// </summary>
internal static class Whip
{
    private const string Sdp = "application/sdp";
    private const int MaxOffer = 64 * 1024;

    /// <summary>201 with the answer and the session's address (§4.2), 401 without a token for this room, 415, 400, or 404 when nobody meets there.</summary>
    public static async Task<IResult> Publish(string room, HttpContext http, WhipTokens tokens, IMediaServer media, CancellationToken ct)
    {
        if (tokens.Read(http.Request.Headers.Authorization, room) is not { } participant) return Unauthorized(http);
        if (http.Request.ContentType?.Split(';')[0].Trim() != Sdp) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (await Read(http.Request, ct) is not { } offer) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var reply = media.Publish(room, participant, new PublishOffer(offer, new Dictionary<string, string>()));
        if (reply.Refusal is { } refusal)
        {
            return refusal.Kind switch
            {
                MediaRefusalKind.NoSuchRoom => Results.NotFound(),
                MediaRefusalKind.TooMany => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
                _ => Results.BadRequest(refusal.Detail),
            };
        }
        http.Response.Headers.Location = $"/whip/{Uri.EscapeDataString(room)}/{Uri.EscapeDataString(participant)}";
        return Results.Text(reply.Sdp, Sdp, Encoding.UTF8, StatusCodes.Status201Created);
    }

    public static IResult End(string room, string participant, HttpContext http, WhipTokens tokens, IMediaServer media)
    {
        if (tokens.Read(http.Request.Headers.Authorization, room) != participant) return Unauthorized(http);
        media.Leave(room, participant);
        return Results.Ok();
    }

    private static IResult Unauthorized(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    private static async Task<string?> Read(HttpRequest request, CancellationToken ct)
    {
        var buffer = new char[MaxOffer + 1];
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var length = await reader.ReadBlockAsync(buffer, ct);
        return length > MaxOffer ? null : new string(buffer, 0, length);
    }
}
