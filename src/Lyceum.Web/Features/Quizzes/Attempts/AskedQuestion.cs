using Lyceum.Domain;
using Lyceum.Domain.Quizzes;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>
/// One question as an attempt asks it: its number there (from 1), the page it stands on, and what is answered so far.
/// The page draws from this and never sees what is right.
/// </summary>
public sealed record AskedQuestion(Attempt Attempt, Question Question, int Number, int Page, bool Shuffles)
{
    public Guid Id => Question.Id;
    public QuestionContent Content => Question.Content;
    public Answer? Answer => Attempt.Sheet[Id];
    public long Sequence => Attempt.Sheet.Answers.GetValueOrDefault(Id)?.Sequence ?? 0;
    public bool IsAnswered => Answer is { IsEmpty: false };

    /// <summary>The shape of its answer, as the page's script knows it.</summary>
    public string AnswerKind => Content switch
    {
        SingleChoice => "choice",
        MultipleChoice => "choices",
        TrueFalse => "trueFalse",
        Matching => "matching",
        _ => "text",
    };

    public IReadOnlyList<Choice> Choices => Content switch
    {
        SingleChoice single => AttemptOrder.Choices(Attempt, Id, single.Choices, Shuffles && single.MayShuffle),
        MultipleChoice multiple => AttemptOrder.Choices(Attempt, Id, multiple.Choices, Shuffles && multiple.MayShuffle),
        _ => [],
    };

    public IReadOnlyList<MatchOption> Options => Content is Matching matching ? AttemptOrder.Options(Attempt, Id, matching.Options) : [];

    public IEnumerable<RichText> Texts =>
        [Content.Prompt, .. Choices.Select(choice => choice.Text), .. Content is Matching matching ? matching.Items.Select(item => item.Text) : []];

    public string Typed => (Answer as TextAnswer)?.Text ?? "";

    public bool Has(string choiceId) => Answer switch
    {
        ChoiceAnswer one => one.ChoiceId == choiceId,
        ChoicesAnswer many => many.ChoiceIds.Contains(choiceId),
        _ => false,
    };

    public string MatchOf(string itemId) => (Answer as MatchingAnswer)?.Matches.GetValueOrDefault(itemId) ?? "";

    public static IReadOnlyList<AskedQuestion> All(Attempt attempt, IEnumerable<Question> questions, QuizRules rules) =>
        [.. AttemptOrder.Questions(attempt, questions, rules.Shuffles)
            .Select((question, i) => new AskedQuestion(attempt, question, i + 1, (i / rules.QuestionsPerPage) + 1, rules.Shuffles))];
}
