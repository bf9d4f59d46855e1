using System.Text.Json.Serialization;

namespace Lyceum.Domain.Quizzes;

/// <summary>
/// One of the offered choices. <paramref name="Credit"/> is the fraction of the points it earns (1 = right, 0 = wrong, between = partly);
/// in a <see cref="MultipleChoice"/> it may be below 0: that much is taken away when it is ticked.
/// </summary>
public sealed record Choice(string Id, RichText Text, decimal Credit, RichText? Feedback = null)
{
    [JsonIgnore]
    public bool IsRight => Credit > 0;
}

/// <summary>Exactly one choice can be taken, and earns its credit.</summary>
public sealed record SingleChoice(RichText Prompt, IReadOnlyList<Choice> Choices) : QuestionContent(Prompt)
{
    /// <summary>False where the order itself means something ("all of the above").</summary>
    public bool MayShuffle { get; init; } = true;

    public override Score Mark(Answer? answer) => Taken(answer) is { } choice ? Score.Of(choice.Credit) : Score.None;

    private protected override IEnumerable<RichText> AnswerFeedback(Answer? answer) =>
        Taken(answer)?.Feedback is { } feedback ? [feedback] : [];

    private protected override Refusal? KindFault() =>
        ChoiceRules.Fault(Choices) ?? (Choices.Any(choice => choice.Credit == 1) ? null : QuestionRefusals.NoRightChoice);

    private Choice? Taken(Answer? answer) =>
        answer is ChoiceAnswer taken ? Choices.FirstOrDefault(choice => choice.Id == taken.ChoiceId) : null;
}

/// <summary>How a <see cref="MultipleChoice"/> is credited.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CreditRule>))]
public enum CreditRule
{
    /// <summary>The credits of all ticked choices are added; the sum is held between nothing and everything.</summary>
    Partial,

    /// <summary>Everything for exactly the right choices, otherwise nothing.</summary>
    AllOrNothing,
}

/// <summary>
/// Any number of choices can be ticked. Ticking exactly the right ones always earns everything, so shares like a third need not add up to 1.
/// With <see cref="CreditRule.Partial"/> a further right tick never lowers the score and a further wrong one never raises it.
/// </summary>
public sealed record MultipleChoice(RichText Prompt, IReadOnlyList<Choice> Choices, CreditRule Rule = CreditRule.Partial) : QuestionContent(Prompt)
{
    public bool MayShuffle { get; init; } = true;

    /// <summary>Even shares: each right choice earns one share (1 ÷ the number of right ones), each wrong one takes one share away.</summary>
    public static IReadOnlyList<Choice> EvenShares(IReadOnlyList<Choice> choices)
    {
        var share = 1m / Math.Max(1, choices.Count(choice => choice.IsRight));
        return [.. choices.Select(choice => choice with { Credit = choice.IsRight ? share : -share })];
    }

    public override Score Mark(Answer? answer)
    {
        var ticked = Ticked(answer);
        if (ticked.Count == 0) return Score.None;
        var exact = Choices.All(choice => choice.IsRight == ticked.Contains(choice));
        return exact ? Score.Full : Rule == CreditRule.AllOrNothing ? Score.None : Score.Of(ticked.Sum(choice => choice.Credit));
    }

    private protected override IEnumerable<RichText> AnswerFeedback(Answer? answer) =>
        Ticked(answer).Select(choice => choice.Feedback).OfType<RichText>();

    private protected override Refusal? KindFault() =>
        ChoiceRules.Fault(Choices) ?? (Choices.Any(choice => choice.IsRight) ? null : QuestionRefusals.NoRightChoice);

    private List<Choice> Ticked(Answer? answer) =>
        answer is ChoicesAnswer ticked ? [.. Choices.Where(choice => ticked.ChoiceIds.Contains(choice.Id))] : [];
}

public sealed record TrueFalse(RichText Prompt, bool IsTrue) : QuestionContent(Prompt)
{
    public RichText? FeedbackOnTrue { get; init; }
    public RichText? FeedbackOnFalse { get; init; }

    public override Score Mark(Answer? answer) => answer is TrueFalseAnswer given && given.IsTrue == IsTrue ? Score.Full : Score.None;

    private protected override IEnumerable<RichText> AnswerFeedback(Answer? answer) =>
        (answer as TrueFalseAnswer)?.IsTrue switch
        {
            true when FeedbackOnTrue is not null => [FeedbackOnTrue],
            false when FeedbackOnFalse is not null => [FeedbackOnFalse],
            _ => [],
        };

    private protected override Refusal? KindFault() => null;
}

internal static class ChoiceRules
{
    internal static Refusal? Fault(IReadOnlyList<Choice> choices)
    {
        if (choices.Count < 2) return QuestionRefusals.TooFewChoices;
        if (choices.Any(choice => choice.Text.IsEmpty)) return QuestionRefusals.EmptyChoice;
        if (choices.Any(choice => choice.Credit is < -1 or > 1)) return QuestionRefusals.CreditOutOfRange;
        return choices.DistinctBy(choice => choice.Id).Count() < choices.Count ? QuestionRefusals.IdRepeated : null;
    }
}
