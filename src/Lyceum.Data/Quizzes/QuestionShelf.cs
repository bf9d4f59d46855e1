using System.Collections.Concurrent;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Data.Quizzes;

/// <summary>
/// The questions of quizzes, read once for each version of a quiz: in a rush, thousands of attempts are marked by the same ones.
/// The version comes from the transaction that asks, so another node's change is seen by the next write.
/// </summary>
public sealed class QuestionShelf
{
    private const int Most = 200;
    private readonly ConcurrentDictionary<Guid, (int Version, IReadOnlyList<Question> Questions)> shelf = new();

    public async Task<IReadOnlyList<Question>> Questions(SchoolDb db, AttemptInHand held, CancellationToken ct)
    {
        if (shelf.TryGetValue(held.Attempt.QuizId, out var known) && known.Version == held.QuizVersion) return known.Questions;
        var questions = await db.Questions.AsNoTracking().Where(question => question.QuizId == held.Attempt.QuizId)
            .OrderBy(question => question.Position).ThenBy(question => question.Id).ToListAsync(ct);
        if (shelf.Count >= Most) shelf.Clear();
        shelf[held.Attempt.QuizId] = (held.QuizVersion, questions);
        return questions;
    }
}
