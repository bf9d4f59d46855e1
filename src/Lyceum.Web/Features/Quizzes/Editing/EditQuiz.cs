using Lyceum.Data;
using Lyceum.Data.Quizzes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>Changes a quiz and its questions; each change raises the quiz's version. Attempts that were handed in keep their marks.</summary>
public sealed class EditQuiz(SchoolStore store)
{
    public Task<Outcome<Done>> Arrange(Viewer viewer, Guid quizId, RichText intro, QuizRules rules, CancellationToken ct) =>
        Change(viewer, quizId, (quiz, _) => quiz.Arrange(intro, rules), ct);

    /// <summary>Rewords the question, or asks a new one at the end when there is none of this id.</summary>
    public Task<Outcome<Done>> KeepQuestion(Viewer viewer, Guid quizId, Guid? questionId, decimal points, QuestionContent content, CancellationToken ct) =>
        Change(viewer, quizId, (quiz, questions) =>
        {
            if (questionId is null)
            {
                var asked = Question.Ask(quiz.ActivityId, questions.Count, points, content);
                if (asked.IsRefused) return asked.Refusal;
                questions.Add(asked.Value);
                return new Done();
            }
            return questions.Find(question => question.Id == questionId) is { } known ? known.Reword(points, content) : Refusal.NotFound;
        }, ct);

    /// <summary>To another place, counted from 0; beyond the ends means the end.</summary>
    public Task<Outcome<Done>> MoveQuestion(Viewer viewer, Guid quizId, Guid questionId, int position, CancellationToken ct) =>
        Change(viewer, quizId, (_, questions) =>
        {
            if (questions.Find(question => question.Id == questionId) is not { } moved) return Refusal.NotFound;
            questions.Remove(moved);
            questions.Insert(Math.Clamp(position, 0, questions.Count), moved);
            return new Done();
        }, ct);

    public Task<Outcome<Done>> RemoveQuestion(Viewer viewer, Guid quizId, Guid questionId, CancellationToken ct) =>
        Change(viewer, quizId, (_, questions) => questions.RemoveAll(question => question.Id == questionId) > 0 ? new Done() : Refusal.NotFound, ct);

    private Task<Outcome<Done>> Change(Viewer viewer, Guid quizId, Func<Quiz, List<Question>, Outcome<Done>> change, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        if (!await db.QuizzesEditableBy(viewer).AnyAsync(activity => activity.Id == quizId, token)) return Refusal.NotFound;
        var quiz = await db.Quizzes.AsTracking().SingleOrDefaultAsync(quiz => quiz.ActivityId == quizId, token);
        if (quiz is null) db.Quizzes.Add(quiz = Quiz.For(quizId));
        var before = await db.Questions.AsTracking().Where(question => question.QuizId == quizId)
            .OrderBy(question => question.Position).ThenBy(question => question.Id).ToListAsync(token);
        var after = before.ToList();
        var outcome = change(quiz, after);
        if (outcome.IsRefused) return outcome;
        db.Questions.AddRange(after.Except(before));
        db.Questions.RemoveRange(before.Except(after));
        foreach (var (question, position) in after.Select((question, position) => (question, position))) question.MoveTo(position);
        quiz.Touch();
        await db.SaveChangesAsync(token);
        return outcome;
    }, ct);
}
