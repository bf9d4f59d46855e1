using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;

namespace Lyceum.Web.Tests.Matrix;

public sealed class AssignmentsRows : IMatrixRows
{
    private const string Page = "/courses/{slug}/assignments/{id:guid}";
    private const string Graders = "302 404 404 200 200 404 200 404";

    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get(Page, Assigned, "302 200 404 200 200 404 200 404"),
        MatrixRow.Post(Page, async school => await Assigned(school) + "?handler=HandIn", "401 302 404 404 404 404 404 404", _ => Task.FromResult("Text=Hello")),
        MatrixRow.Post(Page + "/draft", async school => await Assigned(school) + "/draft", "401 200 404 404 404 404 404 404", _ => Task.FromResult("{\"text\":\"Hello\",\"version\":0}")),
        MatrixRow.Get(Page + "/submissions", async school => await Assigned(school) + "/submissions", Graders),
        MatrixRow.Get(Page + "/submissions/{person:guid}", Submitted, Graders),
        MatrixRow.Post(Page + "/submissions/{person:guid}", Submitted, "401 404 404 302 302 404 302 404", _ => Task.FromResult("Score=7&Feedback=Good&Seen=1")),
        MatrixRow.Post(Page + "/submissions/{person:guid}/draft", async school => await Submitted(school) + "/draft", "401 404 404 204 204 404 204 404", _ => Task.FromResult("{\"score\":\"7\",\"feedback\":\"Good\",\"marks\":[],\"seen\":1}")),
        MatrixRow.Post(Page + "/submissions", async school => await Assigned(school) + "/submissions?handler=Release", "401 404 404 302 302 404 302 404"),
        MatrixRow.Get(Page + "/edit", async school => await Assigned(school) + "/edit", "302 404 404 404 200 404 200 404"),
        MatrixRow.Post(Page + "/edit", async school => await Assigned(school) + "/edit", "401 404 404 404 302 404 302 404", _ => Task.FromResult("Instructions=Do&TakesText=true&Late=Accepted&LatePercentADay=10&Format=Markdown")),
        MatrixRow.Get("/courses/{slug}/grades", "/courses/statistics/grades", "302 200 404 200 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/grades", "/courses/statistics/grades?handler=Release", "401 404 404 404 302 404 302 404"),
        MatrixRow.Get("/courses/{slug}/grades/rules", "/courses/statistics/grades/rules", "302 404 404 404 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/grades/rules", "/courses/statistics/grades/rules", "401 404 404 404 302 404 302 404"),
        MatrixRow.Get("/courses/{slug}/grades.csv", "/courses/statistics/grades.csv", Graders),
        MatrixRow.Post("/courses/{slug}/grades/{activity:guid}/{person:guid}", GradeOf, "401 404 404 200 200 404 200 404", _ => Task.FromResult("{\"value\":\"7\"}")),
    ];

    private static async Task<string> Assigned(SchoolFixture school) =>
        $"/courses/statistics/assignments/{(await school.AddActivity(ActivityKind.Assignment, "Problem set 8", 10)).Id}";

    private static async Task<string> Submitted(SchoolFixture school)
    {
        var activity = await school.AddActivity(ActivityKind.Assignment, "Problem set 8", 10);
        var submission = Submission.Begin(activity, school.People[Cast.Jonas], SchoolFixture.Start);
        submission.KeepDraft("My answer.", 0, SchoolFixture.Start);
        submission.HandIn(Assignment.For(activity), activity.Window, SchoolFixture.Start);
        await school.Write(db => { db.Submissions.Add(submission); });
        return $"/courses/statistics/assignments/{activity.Id}/submissions/{school.People[Cast.Jonas]}";
    }

    private static async Task<string> GradeOf(SchoolFixture school)
    {
        var activity = await school.AddActivity(ActivityKind.Assignment, "Problem set 8", 10);
        return $"/courses/statistics/grades/{activity.Id}/{school.People[Cast.Jonas]}";
    }
}
