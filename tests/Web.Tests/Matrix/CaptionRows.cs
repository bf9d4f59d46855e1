using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Web.Tests.Matrix;

public sealed class CaptionRows : IMatrixRows
{
    public IEnumerable<MatrixRow> Rows =>
    [
        // A captioner's program proves itself by its token alone; whoever has none is nobody here.
        MatrixRow.Post("/captions/{id:guid}", school => AddressOf(school, "/captions/{0}"), "401 401 401 401 401 401 401 401"),
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}/captions", school => AddressOf(school, "/courses/statistics/classes/{0}/captions"), "302 404 404 200 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/classes/{id:guid}/captions", school => AddressOf(school, "/courses/statistics/classes/{0}/captions?handler=Make"), "401 404 404 200 200 404 200 404"),
    ];

    private static async Task<string> AddressOf(SchoolFixture school, string address)
    {
        var activity = await school.AddActivity(ActivityKind.ClassSession, "Sampling distributions");
        await school.Write(db => { db.ClassSessions.Add(ClassSession.New(activity, SchoolFixture.Start, SchoolFixture.Start + Duration.FromHours(1)).Value); });
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, address, activity.Id);
    }
}
