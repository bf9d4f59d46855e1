namespace Lyceum.Domain.Quizzes;

/// <summary>
/// What an answer earned: <paramref name="Fraction"/> from 0 to 1 of the question's points.
/// <paramref name="NeedsHand"/> is true until a person has marked it; the fraction is 0 until then.
/// </summary>
public readonly record struct Score(decimal Fraction, bool NeedsHand = false)
{
    public static Score None { get; } = new(0);
    public static Score Full { get; } = new(1);
    public static Score ByHand { get; } = new(0, NeedsHand: true);

    public static Score Of(decimal fraction) => new(Math.Clamp(fraction, 0, 1));

    /// <summary>The points earned out of <paramref name="points"/>, to the hundredth, halves away from zero.</summary>
    public decimal PointsOutOf(decimal points) => Math.Round(Fraction * points, 2, MidpointRounding.AwayFromZero);
}
