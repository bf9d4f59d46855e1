namespace Lyceum.Domain.Quizzes;

/// <summary>
/// A text that counts. A <c>*</c> in it stands for any run of characters, also none; <c>\*</c> is the star itself and <c>\\</c> the backslash.
/// </summary>
public sealed record AcceptedText(string Text, decimal Credit = 1, RichText? Feedback = null);

/// <summary>
/// A word or a line. Spaces around the answer and runs of spaces inside it do not matter, nor does the way accents are composed (Unicode NFC);
/// case matters only where <see cref="IsCaseSensitive"/>. Where several accepted texts fit, the one with the most credit counts.
/// </summary>
public sealed record ShortAnswer(RichText Prompt, IReadOnlyList<AcceptedText> Accepted) : QuestionContent(Prompt)
{
    public bool IsCaseSensitive { get; init; }

    public override Score Mark(Answer? answer) => Best(answer) is { } fitting ? Score.Of(fitting.Credit) : Score.None;

    private protected override IEnumerable<RichText> AnswerFeedback(Answer? answer) => Best(answer)?.Feedback is { } feedback ? [feedback] : [];

    private protected override Refusal? KindFault()
    {
        if (Accepted.Any(accepted => string.IsNullOrWhiteSpace(accepted.Text))) return QuestionRefusals.EmptyAcceptedAnswer;
        if (Accepted.Any(accepted => accepted.Credit is < 0 or > 1)) return QuestionRefusals.CreditOutOfRange;
        return Accepted.Any(accepted => accepted.Credit == 1) ? null : QuestionRefusals.NoAcceptedAnswer;
    }

    private AcceptedText? Best(Answer? answer) =>
        answer is TextAnswer { IsEmpty: false } typed
            ? Accepted.Where(accepted => TextPattern.Fits(accepted.Text, typed.Text, IsCaseSensitive)).MaxBy(accepted => accepted.Credit)
            : null;
}

/// <summary>A longer text that a person marks. An essay left empty earns nothing and needs nobody's hand.</summary>
public sealed record Essay(RichText Prompt) : QuestionContent(Prompt)
{
    /// <summary>What the marker should look for; never shown to students.</summary>
    public RichText? MarkingNotes { get; init; }

    public override Score Mark(Answer? answer) => answer is TextAnswer { IsEmpty: false } ? Score.ByHand : Score.None;

    private protected override Refusal? KindFault() => null;
}
