using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;

namespace Lyceum.Web.Features.Lectures;

public static class LecturesFeature
{
    public static IServiceCollection AddLectures(this IServiceCollection services) => services.AddSingleton<WatchLecture>().AddScoped<SaveLecture>();

    public static void MapLectures(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/courses/{slug}/lectures/{id:guid}/watched", Watched).RequireToken();

    /// <summary>Stretches that the player has played since its last report, and where it stands; answers what is watched in all.</summary>
    private static async Task<IResult> Watched(Guid id, PlayReport report, WatchLecture watch, Words words, HttpContext http, CancellationToken ct)
    {
        if (report.Played is not { Count: <= 500 }) return Results.BadRequest();
        var kept = await watch.Run(http.Visit().Viewer, id, report, ct);
        return kept.ToResult(words, Results.Ok);
    }
}

/// <summary>Times in seconds from the start; stretches in milliseconds. <paramref name="Duration"/> as the player knows it.</summary>
public sealed record PlayReport(IReadOnlyList<WatchedInterval>? Played, double Position, double Duration);

/// <summary>The share of distinct seconds watched, 0 to 1, and whether that is enough.</summary>
public sealed record WatchedSoFar(double Fraction, bool IsDone);
