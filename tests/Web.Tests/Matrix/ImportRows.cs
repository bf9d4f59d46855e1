using Lyceum.Domain.Courses;
using Lyceum.Domain.Imports;

namespace Lyceum.Web.Tests.Matrix;

public sealed class ImportRows : IMatrixRows
{
    // A post without a file is refused by those who may ask at all.
    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get("/courses/{slug}/import", "/courses/statistics/import", "302 404 404 404 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/import", "/courses/statistics/import", "401 404 404 404 400 404 400 404"),
        MatrixRow.Get("/school/import", "/school/import", "302 404 404 404 404 404 200 404"),
        MatrixRow.Post("/school/import", "/school/import", "401 404 404 404 404 404 400 404"),
        MatrixRow.Get("/imports/{id:guid}", school => ImportInto(school, school.Statistics.Id), "302 404 404 404 200 404 200 404"),
        MatrixRow.Get("/imports/{id:guid}", school => ImportInto(school, null), "302 404 404 404 404 404 200 404"),
        MatrixRow.Get("/courses/{slug}/quizzes/{id:guid}/import", QuizImport, "302 404 404 404 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/quizzes/{id:guid}/import", QuizImport, "401 404 404 404 400 404 400 404"),
    ];

    private static async Task<string> ImportInto(SchoolFixture school, Guid? courseId)
    {
        var import = Import.Ask(courseId, school.People[courseId is null ? Cast.Ruth : Cast.Amara], Guid.CreateVersion7(), "course.imscc", SchoolFixture.Start);
        await school.Write(db => { db.Imports.Add(import); });
        return $"/imports/{import.Id}";
    }

    private static async Task<string> QuizImport(SchoolFixture school) =>
        $"/courses/statistics/quizzes/{(await school.AddActivity(ActivityKind.Quiz, "A quiz")).Id}/import";
}
