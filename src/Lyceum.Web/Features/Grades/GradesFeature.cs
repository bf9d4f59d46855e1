using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;

namespace Lyceum.Web.Features.Grades;

public static class GradesFeature
{
    public static IServiceCollection AddGrades(this IServiceCollection services) => services.AddScoped<ReadGradebook>().AddSingleton<SetGrade>().AddSingleton<WeighGrades>();

    public static void MapGrades(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/courses/{slug}/grades.csv", Export);
        routes.MapPost("/courses/{slug}/grades/{activity:guid}/{person:guid}", Set).RequireToken();
    }

    private static async Task<IResult> Export(string slug, ReadGradebook read, HttpContext http, CancellationToken ct) =>
        await read.OfCourse(slug, http.Visit().Viewer, ct) is { } found
            ? Results.File(GradebookCsv.Write(found), "text/csv; charset=utf-8", $"{slug}-grades.csv")
            : Results.NotFound();

    /// <summary>A score as typed ("8.5", "8,5"), "x" to excuse, or empty to give it back to what the activity itself found.</summary>
    private static async Task<IResult> Set(string slug, Guid activity, Guid person, CellTyped typed, SetGrade set, Words words, HttpContext http, CancellationToken ct)
    {
        var kept = await set.Run(http.Visit().Viewer, slug, activity, person, typed.Value ?? "", typed.Note, ct);
        return kept.ToResult(words, cell => Results.Ok(cell));
    }

    internal sealed record CellTyped(string? Value, string? Note);
}
