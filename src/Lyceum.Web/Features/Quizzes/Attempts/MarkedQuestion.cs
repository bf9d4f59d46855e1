using Lyceum.Domain;
using Lyceum.Domain.Quizzes;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>A question of an attempt that was handed in. What is right, and the feedback, stand in it only where they may show.</summary>
public sealed record MarkedQuestion(AskedQuestion Asked, bool ShowsRight)
{
    public AnswerMark? Mark => ShowsRight ? Asked.Attempt.Marks.FirstOrDefault(mark => mark.QuestionId == Asked.Id) : null;

    public bool ArrivedLate => Asked.Attempt.Sheet.Answers.GetValueOrDefault(Asked.Id)?.ArrivedLate == true;

    public IEnumerable<RichText> Feedback => ShowsRight ? Asked.Content.FeedbackFor(Asked.Answer) : [];

    /// <summary>What would have earned everything, where the answer did not; empty for what a person marks.</summary>
    public IEnumerable<string> RightAnswers => !ShowsRight || Mark is not { } mark || mark.Points == mark.OutOf ? [] : Asked.Content switch
    {
        ShortAnswer words => words.Accepted.Where(accepted => accepted.Credit == 1).Select(accepted => accepted.Text),
        Numeric numeric => numeric.Accepted.Where(accepted => accepted.Credit == 1).Select(accepted => Said(accepted.Range)),
        _ => [],
    };

    public static string OptionOf(Matching matching, string optionId) => matching.Options.FirstOrDefault(option => option.Id == optionId)?.Text ?? "–";

    private static string Said(NumberRange range) => range switch
    {
        NumberNear { Tolerance: 0 } near => QuizWords.Exact(near.Value),
        NumberNear near => $"{QuizWords.Exact(near.Value)} ± {QuizWords.Exact(near.Tolerance)}",
        NumberBetween between => $"{QuizWords.Exact(between.Low)} – {QuizWords.Exact(between.High)}",
        _ => throw new ArgumentOutOfRangeException(nameof(range), range, null),
    };
}
