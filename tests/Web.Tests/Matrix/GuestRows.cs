using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Web.Tests.Matrix;

/// <summary>What a guest's pass opens, asked by people who have none: an account of the school is none here.</summary>
public sealed class GuestRows : IMatrixRows
{
    private static readonly GuestToken Token = GuestToken.New();

    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}/guests", ListOf, "302 404 404 404 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/classes/{id:guid}/guests", async school => await ListOf(school) + "?handler=Invite", "401 404 404 404 200 404 200 404", _ => Task.FromResult("name=Ada+Byron")),
        MatrixRow.Post("/courses/{slug}/classes/{id:guid}/guests", async school => await ListOf(school) + "?handler=Renew", "401 404 404 404 404 404 404 404", _ => Task.FromResult($"guest={Guid.NewGuid()}")),
        MatrixRow.Post("/courses/{slug}/classes/{id:guid}/guests", async school => await ListOf(school) + "?handler=Withdraw", "401 404 404 404 404 404 404 404", _ => Task.FromResult($"guest={Guid.NewGuid()}")),
        MatrixRow.Get("/guest", "/guest", "200 200 200 200 200 200 200 200"),
        MatrixRow.Get("/guest/{token:length(43)}", $"/guest/{Token.Text}", "410 410 410 410 410 410 410 410"),
        MatrixRow.Post("/guest/{token:length(43)}", $"/guest/{Token.Text}", "410 410 410 410 410 410 410 410"),
        MatrixRow.Get("/guest/classes/{id:guid}", HomeOf, "401 401 401 401 401 401 401 401"),
        MatrixRow.Get("/guest/classes/{id:guid}/{mode:regex(^(room|replay)$)}", async school => await HomeOf(school) + "/room", "401 401 401 401 401 401 401 401"),
        MatrixRow.Get("/guest/classes/{id:guid}/log", async school => await HomeOf(school) + "/log", "401 401 401 401 401 401 401 401"),
        MatrixRow.Get("/guest/classes/{id:guid}/tracks/{track:long}", async school => await HomeOf(school) + "/tracks/1", "401 401 401 401 401 401 401 401"),
        MatrixRow.Get("/guest/classes/{id:guid}/files/{file:guid}/{name}", async school => $"{await HomeOf(school)}/files/{Guid.NewGuid()}/slides.pdf", "401 401 401 401 401 401 401 401"),
        MatrixRow.Get("/guest/classes/{id:guid}/line", async school => await HomeOf(school) + "/line", "401 401 401 401 401 401 401 401"),
        MatrixRow.Get("/guest/classes/{id:guid}/line/negotiate", async school => await HomeOf(school) + "/line/negotiate", "401 401 401 401 401 401 401 401"),
    ];

    private static async Task<string> ListOf(SchoolFixture school) => $"/courses/statistics/classes/{await AddClass(school)}/guests";

    private static async Task<string> HomeOf(SchoolFixture school) => $"/guest/classes/{await AddClass(school)}";

    private static async Task<Guid> AddClass(SchoolFixture school)
    {
        var activity = await school.AddActivity(ActivityKind.ClassSession, "Sampling distributions");
        await school.Write(db => { db.ClassSessions.Add(ClassSession.New(activity, SchoolFixture.Start, SchoolFixture.Start + Duration.FromHours(1)).Value); });
        return activity.Id;
    }
}
