using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>One's own attempt after it was handed in: the score, each answer and, once it shows, what was right and why.</summary>
public sealed class ResultPage(QuizDoor door, IClock clock) : SchoolPage
{
    public QuizAccess Quiz { get; private set; } = null!;
    public Attempt Attempt { get; private set; } = null!;
    public IReadOnlyList<AskedQuestion> Questions { get; private set; } = [];
    public Instant Now { get; } = clock.GetCurrentInstant();

    public bool ShowsFeedback => Quiz.Quiz.ShowsFeedback(Attempt, Quiz.Window, Now);
    public Instant? FeedbackFrom => Quiz.Quiz.Rules.FeedbackFrom(Attempt, Quiz.Window);
    public bool CanStillArrive => !Attempt.IsSealed(Now);

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, int number, CancellationToken ct)
    {
        if (await door.Open(slug, id, Viewer, ct) is not { } quiz) return NotFound();
        var attempt = (await door.Attempts(quiz, Viewer, Me, ct)).Find(attempt => attempt.Number == number);
        if (attempt is null) return NotFound();
        if (!attempt.IsHandedIn) return Redirect(QuizAddress.Attempt(slug, id));
        (Quiz, Attempt) = (quiz, attempt);
        Questions = AskedQuestion.All(attempt, await door.Questions(quiz, Viewer, ct), quiz.Quiz.Rules);
        return Page();
    }
}
