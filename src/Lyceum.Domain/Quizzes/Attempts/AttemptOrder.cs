namespace Lyceum.Domain.Quizzes;

/// <summary>
/// The order in which an attempt shows its questions and choices: the same on every visit and device, drawn from the attempt's own id,
/// so that nothing needs to be stored.
/// </summary>
public static class AttemptOrder
{
    public static IReadOnlyList<Question> Questions(Attempt attempt, IEnumerable<Question> questions, bool shuffles) =>
        [.. shuffles ? questions.OrderBy(question => Draw(attempt.Id, question.Id.ToString())) : questions.OrderBy(question => question.Position)];

    public static IReadOnlyList<Choice> Choices(Attempt attempt, Guid questionId, IReadOnlyList<Choice> choices, bool shuffles) =>
        shuffles ? [.. choices.OrderBy(choice => Draw(attempt.Id, questionId + choice.Id))] : choices;

    /// <summary>Always shuffled: as they were written, options usually stand in the order of the lines they belong to.</summary>
    public static IReadOnlyList<MatchOption> Options(Attempt attempt, Guid questionId, IEnumerable<MatchOption> options) =>
        [.. options.OrderBy(option => Draw(attempt.Id, questionId + option.Id))];

    // FNV-1a with a final mix: string.GetHashCode differs from process to process.
    private static ulong Draw(Guid attemptId, string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in attemptId + key) hash = (hash ^ unit) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        return hash ^ (hash >> 33);
    }
}
