using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;

namespace Lyceum.Web.Features.Assignments;

public static class AssignmentsFeature
{
    public static IServiceCollection AddAssignments(this IServiceCollection services) =>
        services.AddScoped<WorkOnSubmission>().AddSingleton<GradeSubmission>().AddSingleton<SaveAssignment>();

    public static void MapAssignments(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/courses/{slug}/assignments/{id:guid}/draft", KeepDraft).RequireToken();

    /// <summary>The text as it is being typed, with the version it was based on; answers the version it has now.</summary>
    private static async Task<IResult> KeepDraft(Guid id, DraftTyped draft, WorkOnSubmission work, Words words, HttpContext http, CancellationToken ct)
    {
        var kept = await work.KeepDraft(http.Visit().Viewer, id, draft.Text ?? "", draft.Version, ct);
        return kept.ToResult(words, submission => Results.Ok(new { version = submission.DraftVersion }));
    }

    private sealed record DraftTyped(string? Text, int Version);
}
