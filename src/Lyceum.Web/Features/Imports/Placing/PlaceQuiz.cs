using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Lyceum.Interop.Cartridges;
using Lyceum.Interop.Questions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Imports;

/// <summary>Quizzes of QTI 1.2 with their rules.</summary>
public sealed class PlaceQuiz : IPlaceContent
{
    private const int MinutesAQuestion = 2, MostAttempts = 100, LongestLimit = 1440;

    public bool Takes(CartridgeItem item) => item is CartridgeQuiz;

    public ActivityKind KindOf(CartridgeItem item) => ActivityKind.Quiz;

    public PlacedContent Read(CartridgeItem item, ItemReading reading)
    {
        var quiz = (CartridgeQuiz)item;
        var file = QuizQuestions.Of(quiz, reading.Archive, reading.FindHere);
        foreach (var left in file.Left)
            reading.LoseOf(left.Subject.Length == 0 || left.Subject == quiz.Title ? quiz.Title : $"{quiz.Title}: {left.Subject}", left.Message, left.Arguments);
        var rules = new QuizRules
        {
            AttemptsAllowed = quiz.Attempts is { } attempts ? Math.Min(attempts, MostAttempts) : null,
            TimeLimitMinutes = quiz.TimeLimitMinutes is { } limit ? Math.Min(limit, LongestLimit) : null,
            Shuffles = quiz.ShufflesAnswers,
        };
        var points = quiz.Grading.Points ?? (quiz.IsGraded ? file.Questions.Sum(q => q.Points) : null);
        var effort = quiz.TimeLimitMinutes ?? Math.Max(5, file.Questions.Count * MinutesAQuestion);
        return new PlacedQuiz(Math.Min(effort, LongestLimit), points, RichText.CleanHtml(reading.Clean(quiz.DescriptionHtml)), rules, file.Questions);
    }

    private sealed record PlacedQuiz(int EffortMinutes, decimal? Points, RichText Intro, QuizRules Rules, IReadOnlyList<ForeignQuestion> Foreign)
        : PlacedContent(EffortMinutes, Points)
    {
        public override int Questions => Foreign.Count;

        public override async Task<string?> Save(SchoolDb db, Activity activity, Instant now, CancellationToken ct)
        {
            if (await db.Attempts.AnyAsync(a => a.QuizId == activity.Id, ct))
                return "People have begun this quiz, so its questions were left as they are.";
            var quiz = await db.Quizzes.AsTracking().SingleOrDefaultAsync(q => q.ActivityId == activity.Id, ct);
            if (quiz is null)
                db.Quizzes.Add(quiz = Quiz.For(activity.Id));
            quiz.Arrange(Intro, Rules);
            db.Questions.RemoveRange(await db.Questions.AsTracking().Where(q => q.QuizId == activity.Id).ToListAsync(ct));
            foreach (var (question, position) in Foreign.Select((q, i) => (q, i)))
                db.Questions.Add(Question.Ask(activity.Id, position, question.Points, question.Content).Value);
            return null;
        }
    }
}
