namespace Lyceum.Web.Tests.Matrix;

public sealed class CoursesRows : IMatrixRows
{
    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get("/welcome", "/welcome", "200 302 302 302 302 302 302 302"),
        MatrixRow.Get("/courses", "/courses", "200 200 200 200 200 200 200 200"),
        MatrixRow.Get("/courses/{slug}", "/courses/statistics", "200 200 200 200 200 200 200 200"),
        MatrixRow.Get("/courses/{slug}", DraftCourse, "404 404 404 404 404 404 200 404"),
        MatrixRow.Post("/courses/{slug}", OpenCourse("?handler=Enroll"), "302 302 302 302 302 302 302 302"),
        MatrixRow.Post("/courses/{slug}", OpenCourse("?handler=Leave"), "404 404 404 404 404 404 404 404"),
    ];

    /// <summary>A course of its own for each asker, because enrolling changes what they are.</summary>
    private static Func<SchoolFixture, Task<string>> OpenCourse(string then) => async school =>
    {
        var course = Domain.Courses.Course.New($"open-{Guid.NewGuid():N}", "Come in", "teal", "Europe/Oslo", SchoolFixture.Start).Value;
        course.Admit(Domain.Courses.EnrollmentPolicy.Open, null);
        course.Publish();
        await school.Write(db => { db.Courses.Add(course); });
        return $"/courses/{course.Slug}{then}";
    };

    private static async Task<string> DraftCourse(SchoolFixture school)
    {
        var course = Domain.Courses.Course.New($"draft-{Guid.NewGuid():N}", "Not yet", "teal", "Europe/Oslo", SchoolFixture.Start).Value;
        await school.Write(db => { db.Courses.Add(course); });
        return $"/courses/{course.Slug}";
    }
}
