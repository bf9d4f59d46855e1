using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;

namespace Lyceum.Web.Features.Readings;

public static class ReadingsFeature
{
    public static IServiceCollection AddReadings(this IServiceCollection services) =>
        services.AddSingleton<ProseRenderer>().AddSingleton<KeepProgress>().AddScoped<ActivityDoor>().AddScoped<SaveReading>()
            .AddSingleton<KeepNote>().AddScoped<ReadBeside>().AddScoped<ReadingDesk>();

    public static void MapReadings(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/courses/{slug}/readings/{id:guid}/progress", Progress).RequireToken();

    /// <summary>The page tells how far down the text its reader has come, 0 to 1.</summary>
    private static async Task<IResult> Progress(Guid id, ReadTo read, KeepProgress keep, Words words, HttpContext http, CancellationToken ct)
    {
        var kept = await keep.Run(http.Visit().Viewer, id, (progress, now) => progress.Advance(Math.Min(read.Fraction, 0.99), now), ct);
        return kept.ToResult(words, _ => Results.NoContent());
    }

    internal sealed record ReadTo(double Fraction);
}
