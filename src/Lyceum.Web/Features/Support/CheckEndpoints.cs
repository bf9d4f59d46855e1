using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;

namespace Lyceum.Web.Features.Support;

internal sealed record LoopOffer(string? Mid, string? Sdp);

internal sealed record LoopAnswer(int Revision, string? Sdp);

/// <summary>What the check of a connection asks of the school, for the signed-in person alone.</summary>
internal static class CheckEndpoints
{
    private const int LongestDescription = 100_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/me/connection/loop", Begin).RequireToken();
        routes.MapPost("/me/connection/loop/offer", NextOffer).RequireToken();
        routes.MapPost("/me/connection/loop/answer", Answer).RequireToken();
        routes.MapPost("/me/connection/loop/end", End).RequireToken();
        routes.MapPost("/me/connection/checks", Record).RequireToken();
    }

    private static IResult Begin(LoopOffer offer, ConnectionLoops loops, HttpContext http)
    {
        if (offer is not { Mid.Length: > 0 and <= 16, Sdp.Length: > 0 and <= LongestDescription }) return Results.BadRequest();
        return loops.Begin(Me(http), offer.Mid, offer.Sdp) is { } sdp ? Results.Ok(new { sdp }) : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> NextOffer(ConnectionLoops loops, HttpContext http, CancellationToken ct) =>
        await loops.NextOffer(Me(http), ct) is { } offer ? Results.Ok(new { offer.Revision, offer.Sdp, HasTrack = offer.Tracks.Count > 0 }) : Results.NotFound();

    private static IResult Answer(LoopAnswer answer, ConnectionLoops loops, HttpContext http) =>
        answer.Sdp is { Length: <= LongestDescription } && loops.Answer(Me(http), answer.Revision, answer.Sdp) ? Results.NoContent() : Results.NotFound();

    private static IResult End(ConnectionLoops loops, HttpContext http)
    {
        loops.End(Me(http));
        return Results.NoContent();
    }

    private static async Task<IResult> Record(FoundConnection found, RecordCheck record, Words words, HttpContext http, CancellationToken ct) =>
        found.Parts is null ? Results.BadRequest() : (await record.Run(Me(http), http.Request.Headers.UserAgent.ToString(), found, ct)).ToResult(words, _ => Results.NoContent());

    private static Guid Me(HttpContext http) => http.Visit().Viewer.PersonId!.Value;
}
