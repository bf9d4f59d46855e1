using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Web.Tests.Matrix;

public sealed class PresentationRows : IMatrixRows
{
    private const string Route = "/courses/{slug}/classes/{id:guid}/presentations";

    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get(Route, school => AddressOf(school, ""), "302 200 404 200 200 404 200 404"),
        MatrixRow.Post(Route, school => AddressOf(school, "?handler=Add"), "401 404 404 404 400 404 400 404", _ => Task.FromResult("minutes=10")),
        MatrixRow.Post(Route, school => AddressOf(school, "?handler=AddGroups"), "401 404 404 404 404 404 404 404", OfNone),
        MatrixRow.Post(Route, school => AddressOf(school, "?handler=Up"), "401 404 404 404 404 404 404 404", OfNone),
        MatrixRow.Post(Route, school => AddressOf(school, "?handler=Remove"), "401 404 404 404 404 404 404 404", OfNone),
        MatrixRow.Post(Route, school => AddressOf(school, "?handler=GradeBy"), "401 404 404 404 302 404 302 404", _ => Task.FromResult("assignment=")),
        MatrixRow.Post(Route, school => AddressOf(school, "?handler=Slides"), "401 400 404 400 400 404 400 404", OfNone),
        MatrixRow.Post(Route, school => AddressOf(school, "?handler=Tell"), "401 404 404 404 404 404 404 404", OfNone),
        MatrixRow.Post(Route, school => AddressOf(school, "?handler=Score"), "401 404 404 404 404 404 404 404", OfNone),
    ];

    private static Task<string> OfNone(SchoolFixture school) => Task.FromResult($"slot={Guid.NewGuid()}&text=Good");

    private static async Task<string> AddressOf(SchoolFixture school, string part)
    {
        var activity = await school.AddActivity(ActivityKind.ClassSession, "Sampling distributions");
        await school.Write(db => { db.ClassSessions.Add(ClassSession.New(activity, SchoolFixture.Start, SchoolFixture.Start + Duration.FromHours(1)).Value); });
        return $"/courses/statistics/classes/{activity.Id}/presentations{part}";
    }
}
