using Lyceum.Web.Tests.Quizzes;

namespace Lyceum.Web.Tests.Matrix;

public sealed class QuizRows : IMatrixRows
{
    private const string Root = "/courses/{slug}/quizzes/{id:guid}";
    private const string NoAnswers = """{"answers":[]}""";

    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get(Root, school => Begun(school, ""), "302 200 404 200 200 404 200 404"),
        MatrixRow.Post(Root, school => Begun(school, ""), "401 302 404 404 404 404 404 404"),
        MatrixRow.Get(Root + "/attempt", school => Begun(school, "/attempt"), "302 200 404 302 302 404 302 404"),
        MatrixRow.Post(Root + "/attempt", school => Begun(school, "/attempt"), "401 302 404 302 302 404 302 404"),
        MatrixRow.Get(Root + "/attempts/{number:int}", school => Begun(school, "/attempts/1", isHandedIn: true), "302 200 404 404 404 404 404 404"),
        MatrixRow.Get(Root + "/edit", school => Begun(school, "/edit"), "302 404 404 404 200 404 200 404"),
        MatrixRow.Post(Root + "/edit", school => Begun(school, "/edit"), "401 404 404 404 302 404 302 404", _ => Task.FromResult("Rules.GraceMinutes=15&Rules.QuestionsPerPage=3")),
        MatrixRow.Get(Root + "/edit/question/{question:guid?}", school => Begun(school, "/edit/question?kind=numeric"), "302 404 404 404 200 404 200 404"),
        MatrixRow.Post(Root + "/edit/question/{question:guid?}", school => Begun(school, "/edit/question"), "401 404 404 404 302 404 302 404", _ => Task.FromResult("Form.Kind=essay&Form.Points=2&Form.Prompt=Why")),
        MatrixRow.Get(Root + "/marking", school => Begun(school, "/marking"), "302 404 404 200 200 404 200 404"),
        MatrixRow.Post(Root + "/marking", school => Begun(school, "/marking"), "401 404 404 302 302 404 302 404"),
        MatrixRow.Get(Root + "/marking/{attempt:guid}", HandedIn, "302 404 404 200 200 404 200 404"),
        MatrixRow.Post(Root + "/marking/{attempt:guid}", HandedIn, "401 404 404 400 400 404 400 404", _ => Task.FromResult("points=99")),
        MatrixRow.Post(Root + "/attempts/{number:int}/answers", school => Begun(school, "/attempts/1/answers"), "401 200 404 404 404 404 404 404", _ => Task.FromResult(NoAnswers)),
        MatrixRow.Post(Root + "/attempts/{number:int}/submission", school => Begun(school, "/attempts/1/submission"), "401 200 404 404 404 404 404 404", _ => Task.FromResult(NoAnswers)),
    ];

    /// <summary>Mei has begun, and so had Zofia before she was removed.</summary>
    private static async Task<string> Begun(SchoolFixture school, string path, bool isHandedIn = false)
    {
        var stage = await QuizStage.Open(school);
        await stage.Begin(Cast.Mei);
        if (isHandedIn) await stage.HandIn(await school.SignIn(Cast.Mei), 1);
        await school.Write(async db =>
        {
            var quiz = await db.Quizzes.FindAsync(stage.Id);
            db.Attempts.Add(quiz!.Begin(school.People[Cast.Zofia], stage.Activity.Window, [], 2, 1, SchoolFixture.Start).Value);
        });
        return stage.Page + path;
    }

    private static async Task<string> HandedIn(SchoolFixture school)
    {
        var stage = await QuizStage.Open(school, withEssay: true);
        var attempt = await stage.Begin(Cast.Mei);
        await stage.HandIn(await school.SignIn(Cast.Mei), 1, stage.Write("Because."));
        return $"{stage.Page}/marking/{attempt.Id}?question={stage.Essay.Id}";
    }
}
