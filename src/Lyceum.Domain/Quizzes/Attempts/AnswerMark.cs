namespace Lyceum.Domain.Quizzes;

/// <summary>
/// What one answer earned, kept as it was when it was marked: a question reworded later does not change it.
/// <paramref name="MarkedBy"/> is null for what the machine marked.
/// </summary>
public sealed record AnswerMark(Guid QuestionId, decimal Points, decimal OutOf, bool NeedsHand, Guid? MarkedBy = null, string? Comment = null)
{
    internal static AnswerMark Of(Question question, Answer? answer)
    {
        var score = question.Mark(answer);
        return new AnswerMark(question.Id, score.PointsOutOf(question.Points), question.Points, score.NeedsHand);
    }
}
