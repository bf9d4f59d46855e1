using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>Before and after the attempts: what the quiz asks, the button that begins, what one's attempts came to.</summary>
public sealed class QuizPage(QuizDoor door, QuizSummaries summaries, StartAttempt start, IClock clock) : SchoolPage
{
    public QuizAccess Quiz { get; private set; } = null!;
    public QuizSummary Summary { get; private set; } = null!;
    public IReadOnlyList<Attempt> Attempts { get; private set; } = [];
    public Instant Now { get; } = clock.GetCurrentInstant();

    public Attempt? OpenAttempt => Attempts.FirstOrDefault(attempt => !attempt.IsHandedIn && !attempt.IsTimeUp(Now));
    public bool CanBegin => Quiz.Access.IsStudent && OpenAttempt is null && Summary.Questions > 0 && Quiz.Window.IsOpenAt(Now)
        && !(Quiz.Quiz.Rules.AttemptsAllowed <= Attempts.Count);
    public QuizResult? Result => QuizResult.Of(Attempts.Where(Shows), Quiz.Quiz.Rules.GradeBy);

    public bool Shows(Attempt attempt) => Quiz.Quiz.ShowsFeedback(attempt, Quiz.Window, Now);

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) => await Load(slug, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, CancellationToken ct)
    {
        var begun = await start.Run(slug, id, Me, ct);
        if (!begun.IsRefused) return Redirect(QuizAddress.Attempt(slug, id));
        return await Load(slug, id, ct) ? Refused(begun.Refusal) : NotFound();
    }

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, id, Viewer, ct) is not { } quiz) return false;
        (Quiz, Attempts) = (quiz, await door.Attempts(quiz, Viewer, Me, ct));
        Summary = await summaries.Of(quiz, ct);
        return true;
    }
}
