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

    public Task<IReadOnlyList<Question>> Questions(SchoolDb db, AttemptInHand held, CancellationToken ct) =>
        Questions(db, held.Attempt.QuizId, held.QuizVersion, ct);

    /// <summary>For who was let in to this version of the quiz.</summary>
    public async Task<IReadOnlyList<Question>> Questions(SchoolDb db, Guid quizId, int version, CancellationToken ct)
    {
        if (shelf.TryGetValue(quizId, out var known) && known.Version == version) return known.Questions;
        var questions = await db.Questions.AsNoTracking().Where(question => question.QuizId == quizId)
            .OrderBy(question => question.Position).ThenBy(question => question.Id).ToListAsync(ct);
        if (shelf.Count >= Most) shelf.Clear();
        shelf[quizId] = (version, questions);
        return questions;
    }
}
