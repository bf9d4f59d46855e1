using System.Text.Json.Serialization;

namespace Lyceum.Domain.Quizzes;

/// <summary>Which numbers count; both ends belong to the range.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NumberNear), "near")]
[JsonDerivedType(typeof(NumberBetween), "between")]
public abstract record NumberRange
{
    private protected NumberRange() { }

    internal abstract bool Holds(decimal number);
    internal abstract bool IsPossible { get; }
}

public sealed record NumberNear(decimal Value, decimal Tolerance = 0) : NumberRange
{
    // Compared from both sides: Value ± Tolerance can leave the range of decimal, the guarded difference of like signs cannot.
    internal override bool Holds(decimal number) =>
        Math.Sign(number) * Math.Sign(Value) >= 0
            ? Math.Abs(number - Value) <= Tolerance
            : Math.Abs(number) <= Tolerance && Math.Abs(Value) <= Tolerance - Math.Abs(number);

    internal override bool IsPossible => Tolerance >= 0;
}

public sealed record NumberBetween(decimal Low, decimal High) : NumberRange
{
    internal override bool Holds(decimal number) => number >= Low && number <= High;
    internal override bool IsPossible => Low <= High;
}

public sealed record AcceptedNumber(NumberRange Range, decimal Credit = 1, RichText? Feedback = null);

/// <summary>
/// A number, typed in any usual way (<see cref="NumberText"/>): 2.3, 2,3 and 23/10 all count; the unit may be typed after it or left out.
/// Where several accepted ranges hold the number, the one with the most credit counts.
/// </summary>
public sealed record Numeric(RichText Prompt, IReadOnlyList<AcceptedNumber> Accepted) : QuestionContent(Prompt)
{
    /// <summary>Shown after the field, such as "minutes"; null for a bare number.</summary>
    public string? Unit { get; init; }

    public override Score Mark(Answer? answer) => Best(answer) is { } fitting ? Score.Of(fitting.Credit) : Score.None;

    private protected override IEnumerable<RichText> AnswerFeedback(Answer? answer) => Best(answer)?.Feedback is { } feedback ? [feedback] : [];

    private protected override Refusal? KindFault()
    {
        if (Accepted.Any(accepted => !accepted.Range.IsPossible)) return QuestionRefusals.ImpossibleRange;
        if (Accepted.Any(accepted => accepted.Credit is < 0 or > 1)) return QuestionRefusals.CreditOutOfRange;
        return Accepted.Any(accepted => accepted.Credit == 1) ? null : QuestionRefusals.NoAcceptedAnswer;
    }

    private AcceptedNumber? Best(Answer? answer) =>
        answer is TextAnswer typed && NumberText.Read(typed.Text, Unit) is { } number
            ? Accepted.Where(accepted => accepted.Range.Holds(number)).MaxBy(accepted => accepted.Credit)
            : null;
}
