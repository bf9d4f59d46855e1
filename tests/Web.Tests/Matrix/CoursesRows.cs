using Lyceum.Domain.Courses;

namespace Lyceum.Web.Tests.Matrix;

public sealed class CoursesRows : IMatrixRows
{
    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get("/welcome", "/welcome", "200 302 302 302 302 302 302 302"),
        MatrixRow.Get("/courses", "/courses", "200 200 200 200 200 200 200 200"),
        MatrixRow.Get("/courses/{slug}", "/courses/statistics", "200 200 200 200 200 200 200 200"),
        MatrixRow.Get("/courses/{slug}", DraftCourse(""), "404 404 404 404 404 404 200 404"),
        MatrixRow.Post("/courses/{slug}", OpenCourse("?handler=Enroll"), "302 302 302 302 302 302 302 302"),
        MatrixRow.Post("/courses/{slug}", OpenCourse("?handler=Leave"), "404 404 404 404 404 404 404 404"),
        MatrixRow.Post("/courses/{slug}", DraftCourse("?handler=Enroll"), "302 404 404 404 404 404 404 404"),
        MatrixRow.Get("/courses/new", "/courses/new", "302 404 404 404 200 200 200 404"),
        MatrixRow.Post("/courses/new", "/courses/new", "401 404 404 404 302 302 302 404", "Title=Marine+Biology&Hue=teal"),
        MatrixRow.Get("/courses/{slug}/edit", "/courses/statistics/edit", "302 404 404 404 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/edit", "/courses/statistics/edit?handler=AddModule", "401 404 404 404 302 404 302 404"),
        MatrixRow.Post("/courses/{slug}/edit", ActivityOf("Save"), "401 404 404 404 302 404 302 404", _ => Task.FromResult("Title=Renamed&Effort=5")),
        MatrixRow.Post("/courses/{slug}/edit", ActivityOf("Remove"), "401 404 404 404 302 404 302 404"),
        MatrixRow.Get("/courses/{slug}/settings", "/courses/statistics/settings", "302 404 404 404 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/settings", DraftCourse("/settings", Cast.Amara), "401 404 404 404 302 404 302 404", _ => Task.FromResult("Title=T&Hue=teal&TimeZone=UTC&Enrollment=Open")),
        MatrixRow.Post("/courses/{slug}/settings", "/courses/statistics/settings?handler=Preview", "401 404 404 404 200 404 200 404", "Description=Words"),
        MatrixRow.Get("/courses/{slug}/people", "/courses/statistics/people", "302 200 404 200 200 404 200 404"),
        MatrixRow.Get("/courses/{slug}/progress", "/courses/statistics/progress", "302 404 404 200 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/people", Guest("Remove"), "401 404 404 404 302 404 302 404"),
        MatrixRow.Post("/courses/{slug}/people", Guest("Grant"), "401 404 404 404 302 404 302 404", _ => Task.FromResult("factor=1&later=0")),
        MatrixRow.Post("/courses/{slug}/people", Guest("Assign"), "401 404 404 404 302 404 302 404", _ => Task.FromResult("role=Observer")),
        MatrixRow.Post("/courses/{slug}/people", "/courses/statistics/people?handler=Import", "401 404 404 404 200 404 200 404", "list=ZW1haWwKbm9ib2R5Cg=="),
        MatrixRow.Post("/courses/{slug}/people", "/courses/statistics/people?handler=Invite", "401 404 404 404 400 404 400 404", "email=nobody"),
    ];

    /// <summary>A course of its own for each asker, because enrolling changes what they are.</summary>
    private static Func<SchoolFixture, Task<string>> OpenCourse(string then) => async school =>
    {
        var course = Course.New($"open-{Guid.NewGuid():N}", "Come in", "teal", "Europe/Oslo", SchoolFixture.Start).Value;
        course.Admit(EnrollmentPolicy.Open, null);
        course.Publish();
        await school.Write(db => { db.Courses.Add(course); });
        return $"/courses/{course.Slug}{then}";
    };

    private static Func<SchoolFixture, Task<string>> DraftCourse(string then, string? instructor = null) => async school =>
    {
        var course = Course.New($"draft-{Guid.NewGuid():N}", "Not yet", "teal", "Europe/Oslo", SchoolFixture.Start).Value;
        await school.Write(db =>
        {
            db.Courses.Add(course);
            if (instructor is not null) db.Enrollments.Add(Enrollment.New(course.Id, school.People[instructor], CourseRole.Instructor, SchoolFixture.Start));
        });
        return $"/courses/{course.Slug}{then}";
    };

    private static Func<SchoolFixture, Task<string>> ActivityOf(string handler) => async school =>
    {
        var activity = await school.AddActivity(ActivityKind.Reading, "To be changed");
        return $"/courses/statistics/edit?handler={handler}&module={school.Week9.Id}&activity={activity.Id}";
    };

    /// <summary>Hana, who is in the course at the start and put back into it for each asker.</summary>
    private static Func<SchoolFixture, Task<string>> Guest(string handler) => async school =>
    {
        await school.Write(db =>
        {
            var hana = db.Enrollments.Single(one => one.CourseId == school.Statistics.Id && one.PersonId == school.People[Cast.Hana]);
            db.Attach(hana);
            hana.Return(SchoolFixture.Start);
            hana.Assign(CourseRole.Student, null);
        });
        return $"/courses/statistics/people?handler={handler}&person={school.People[Cast.Hana]}";
    };
}
