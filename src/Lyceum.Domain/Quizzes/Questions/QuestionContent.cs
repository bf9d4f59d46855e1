using System.Text.Json.Serialization;

namespace Lyceum.Domain.Quizzes;

/// <summary>
/// What is asked, and what counts as right. A closed list: every kind of question stands here.
/// Ids of choices, items and options are unique within their question, stay the same when the question is reworded,
/// and mean nothing outside it; answers refer to them.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SingleChoice), "singleChoice")]
[JsonDerivedType(typeof(MultipleChoice), "multipleChoice")]
[JsonDerivedType(typeof(TrueFalse), "trueFalse")]
[JsonDerivedType(typeof(ShortAnswer), "shortAnswer")]
[JsonDerivedType(typeof(Numeric), "numeric")]
[JsonDerivedType(typeof(Matching), "matching")]
[JsonDerivedType(typeof(Essay), "essay")]
public abstract record QuestionContent
{
    private protected QuestionContent(RichText prompt) => Prompt = prompt;

    public RichText Prompt { get; init; }

    /// <summary>Said after marking, beside what the chosen answer itself has to say.</summary>
    public Feedback Feedback { get; init; } = Feedback.None;

    /// <summary>Marks an answer; null, empty or foreign answers (of another kind, of unknown choices) earn nothing.</summary>
    public abstract Score Mark(Answer? answer);

    /// <summary>What is to be read after marking: first what belongs to the given answer, then what belongs to the result.</summary>
    public IEnumerable<RichText> FeedbackFor(Answer? answer) =>
        AnswerFeedback(answer).Concat(Feedback.For(Mark(answer))).Where(text => !text.IsEmpty);

    private protected virtual IEnumerable<RichText> AnswerFeedback(Answer? answer) => [];

    internal Refusal? Fault() => Prompt.IsEmpty ? QuestionRefusals.PromptMissing : KindFault();

    private protected abstract Refusal? KindFault();
}

/// <summary>General feedback; <paramref name="Always"/> is said whatever the result.</summary>
public sealed record Feedback(RichText? Right = null, RichText? Partly = null, RichText? Wrong = null, RichText? Always = null)
{
    public static Feedback None { get; } = new();

    internal IEnumerable<RichText> For(Score score)
    {
        var byResult = score switch
        {
            { NeedsHand: true } => null,
            { Fraction: 1 } => Right,
            { Fraction: 0 } => Wrong,
            _ => Partly ?? Wrong,
        };
        if (byResult is not null) yield return byResult;
        if (Always is not null) yield return Always;
    }
}
