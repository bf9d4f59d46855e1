using Lyceum.Domain;
using Lyceum.Domain.Quizzes;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>The rules of a quiz as the form holds them; an empty number means none.</summary>
public sealed class RulesForm
{
    public string? Intro { get; set; }
    public int? AttemptsAllowed { get; set; } = 1;
    public int? TimeLimitMinutes { get; set; }
    public GradeBy GradeBy { get; set; }
    public FeedbackWhen Feedback { get; set; }
    public bool Shuffles { get; set; }
    public int GraceMinutes { get; set; } = 15;
    public int QuestionsPerPage { get; set; } = 3;

    public static RulesForm Of(Quiz quiz) => new()
    {
        Intro = quiz.Intro.Text,
        AttemptsAllowed = quiz.Rules.AttemptsAllowed,
        TimeLimitMinutes = quiz.Rules.TimeLimitMinutes,
        GradeBy = quiz.Rules.GradeBy,
        Feedback = quiz.Rules.Feedback,
        Shuffles = quiz.Rules.Shuffles,
        GraceMinutes = quiz.Rules.GraceMinutes,
        QuestionsPerPage = quiz.Rules.QuestionsPerPage,
    };

    public QuizRules Read() => new()
    {
        AttemptsAllowed = AttemptsAllowed,
        TimeLimitMinutes = TimeLimitMinutes,
        GradeBy = GradeBy,
        Feedback = Feedback,
        Shuffles = Shuffles,
        GraceMinutes = GraceMinutes,
        QuestionsPerPage = QuestionsPerPage,
    };

    public RichText ReadIntro(RichText before) => QuestionForm.Rich(Intro, before) ?? RichText.Empty;
}
