using Lyceum.Web.Tests.Quizzes;

namespace Lyceum.Web.Tests.Matrix;

public sealed class QuizRows : IMatrixRows
{
    private const string Root = "/courses/{slug}/quizzes/{id:guid}";
    private const string NoAnswers = """{"answers":[]}""";

    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Post(Root + "/attempts/{number:int}/answers", school => Begun(school, "/attempts/1/answers"), "401 200 404 404 404 404 404 404", _ => Task.FromResult(NoAnswers)),
        MatrixRow.Post(Root + "/attempts/{number:int}/submission", school => Begun(school, "/attempts/1/submission"), "401 200 404 404 404 404 404 404", _ => Task.FromResult(NoAnswers)),
    ];

    /// <summary>Mei has begun, and so had Zofia before she was removed.</summary>
    private static async Task<string> Begun(SchoolFixture school, string path)
    {
        var stage = await QuizStage.Open(school);
        await stage.Begin(Cast.Mei);
        await school.Write(async db =>
        {
            var quiz = await db.Quizzes.FindAsync(stage.Id);
            db.Attempts.Add(quiz!.Begin(school.People[Cast.Zofia], stage.Activity.Window, [], 2, 1, SchoolFixture.Start).Value);
        });
        return stage.Page + path;
    }
}
