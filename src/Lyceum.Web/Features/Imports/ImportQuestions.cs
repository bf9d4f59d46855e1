using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Lyceum.Interop.Questions;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Imports;

/// <summary>Adds the questions of a file (GIFT, Aiken, QTI 1.2) to the end of a quiz: all that could be read, in one write.</summary>
public sealed class ImportQuestions(SchoolStore store)
{
    public async Task<Outcome<QuestionFile>> Run(Viewer viewer, string slug, Guid quizId, byte[] bytes, string name, CancellationToken ct = default)
    {
        var file = ReadQuestions.From(bytes, name);
        return await store.ChangeCourse<QuestionFile>(viewer, slug, async (db, course, token) =>
        {
            var activity = await db.ActivityIn(course, quizId, token);
            if (activity is not { Kind: ActivityKind.Quiz, RemovedAt: null })
                return Refusal.NotFound;
            if (file.IsRefused)
                return file;
            if (await db.Attempts.AnyAsync(attempt => attempt.QuizId == quizId, token))
                return ImportRefusals.QuizBegun;
            await Add(db, quizId, file.Value, token);
            return file;
        }, ct);
    }

    private static async Task Add(SchoolDb db, Guid quizId, QuestionFile file, CancellationToken ct)
    {
        var quiz = await db.Quizzes.AsTracking().SingleOrDefaultAsync(one => one.ActivityId == quizId, ct);
        if (quiz is null)
            db.Quizzes.Add(quiz = Quiz.For(quizId));
        var position = await db.Questions.Where(question => question.QuizId == quizId).Select(question => (int?)question.Position).MaxAsync(ct) + 1 ?? 0;
        foreach (var question in file.Questions)
            db.Questions.Add(Question.Ask(quizId, position++, question.Points, question.Content).Value);
        quiz.Touch();
    }
}
