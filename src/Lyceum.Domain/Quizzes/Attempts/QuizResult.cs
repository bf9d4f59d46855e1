using NodaTime;

namespace Lyceum.Domain.Quizzes;

/// <summary>
/// What a person's attempts come to. <paramref name="Fraction"/> of the activity's points, 0 to 1;
/// it is not final while an answer waits for a hand.
/// </summary>
public sealed record QuizResult(decimal Fraction, bool IsFinal, Instant HandedInAt)
{
    /// <summary>Null while nothing is handed in.</summary>
    public static QuizResult? Of(IEnumerable<Attempt> attempts, GradeBy rule)
    {
        var handedIn = attempts.Where(attempt => attempt.IsHandedIn).OrderBy(attempt => attempt.Number).ToList();
        var counting = rule == GradeBy.Last ? handedIn.LastOrDefault() : handedIn.MaxBy(FractionOf);
        if (counting is null) return null;
        var isFinal = rule == GradeBy.Last ? !counting.NeedsHand : handedIn.All(attempt => !attempt.NeedsHand);
        return new QuizResult(FractionOf(counting), isFinal, counting.HandedInAt!.Value);
    }

    public decimal PointsOutOf(decimal points) => Math.Round(Fraction * points, 2, MidpointRounding.AwayFromZero);

    private static decimal FractionOf(Attempt attempt) => attempt.OutOf == 0 ? 0 : attempt.Points / attempt.OutOf;
}
