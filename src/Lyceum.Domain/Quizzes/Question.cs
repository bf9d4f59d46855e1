namespace Lyceum.Domain.Quizzes;

/// <summary>One question of a quiz. <see cref="QuizId"/> is the id of the quiz's activity; <see cref="Position"/> counts from 0.</summary>
public sealed class Question
{
    public const decimal MaxPoints = 1000;

    private Question() => Content = null!;

    private Question(Guid quizId, int position, decimal points, QuestionContent content)
    {
        (Id, QuizId, Position, Points, Content) = (Guid.CreateVersion7(), quizId, position, points, content);
    }

    public Guid Id { get; private set; }
    public Guid QuizId { get; private set; }
    public int Position { get; private set; }

    /// <summary>What a full answer earns, from 0 (practice) to 1,000.</summary>
    public decimal Points { get; private set; }

    public QuestionContent Content { get; private set; }

    /// <summary>Some answer earns its points, by itself or (an essay) by hand. What was kept under older rules may lack one.</summary>
    public bool HasKey => Content.Fault() is null;

    public static Outcome<Question> Ask(Guid quizId, int position, decimal points, QuestionContent content) =>
        Fault(points, content) is { } refusal ? refusal : new Question(quizId, position, points, content);

    public Outcome<Done> Reword(decimal points, QuestionContent content)
    {
        if (Fault(points, content) is { } refusal) return refusal;
        (Points, Content) = (points, content);
        return new Done();
    }

    public void MoveTo(int position) => Position = position;

    public Score Mark(Answer? answer) => Content.Mark(answer);

    private static Refusal? Fault(decimal points, QuestionContent content) =>
        points is < 0 or > MaxPoints ? QuestionRefusals.PointsOutOfRange : content.Fault();
}
