using Lyceum.Domain.Assignments;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;

namespace Lyceum.Web.Features.Assignments;

public static class AssignmentsFeature
{
    public static IServiceCollection AddAssignments(this IServiceCollection services) =>
        services.AddScoped<WorkOnSubmission>().AddScoped<GradingQueues>().AddSingleton<GradeSubmission>().AddSingleton<KeepGrading>().AddSingleton<ReleaseGrades>().AddSingleton<SaveAssignment>();

    public static void MapAssignments(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/courses/{slug}/assignments/{id:guid}/draft", KeepDraft).RequireToken();
        routes.MapPost("/courses/{slug}/assignments/{id:guid}/submissions/{person:guid}/draft", KeepGradingDraft).RequireToken();
    }

    /// <summary>The text as it is being typed, with the version it was based on; answers the version it has now.</summary>
    private static async Task<IResult> KeepDraft(Guid id, DraftTyped draft, WorkOnSubmission work, Words words, HttpContext http, CancellationToken ct)
    {
        var kept = await work.KeepDraft(http.Visit().Viewer, id, draft.Text ?? "", draft.Version, ct);
        return kept.ToResult(words, submission => Results.Ok(new { version = submission.DraftVersion }));
    }

    /// <summary>What a grader has chosen and typed so far; <c>seen</c> is which hand-in they read.</summary>
    private static async Task<IResult> KeepGradingDraft(Guid id, Guid person, GradingTyped typed, KeepGrading keep, Words words, HttpContext http, CancellationToken ct)
    {
        var draft = new GradingDraft(typed.Score ?? "", typed.Feedback ?? "", typed.Marks ?? []);
        var kept = await keep.Run(http.Visit().Viewer, id, person, draft, typed.Seen, ct);
        return kept.ToResult(words, _ => Results.NoContent());
    }

    internal sealed record DraftTyped(string? Text, int Version);

    internal sealed record GradingTyped(string? Score, string? Feedback, IReadOnlyList<RubricMark>? Marks, int Seen);
}
