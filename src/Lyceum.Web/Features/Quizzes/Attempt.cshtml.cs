using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>The open attempt: one form with every question, which works without script.</summary>
public sealed class AttemptPage(QuizDoor door, SaveAnswers save, HandInAttempt handIn, IClock clock) : SchoolPage
{
    public QuizAccess Quiz { get; private set; } = null!;
    public Attempt Attempt { get; private set; } = null!;
    public IReadOnlyList<AskedQuestion> Questions { get; private set; } = [];
    public Instant Now { get; } = clock.GetCurrentInstant();

    public string ResultAddress => QuizAddress.Result(Quiz.Course.Slug, Quiz.Activity.Id, Attempt.Number);

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) => await Load(slug, id, ct) ?? Page();

    /// <summary>Saves and stays, or hands in: the button's name decides.</summary>
    public async Task<IActionResult> OnPostAsync(string slug, Guid id, string? handsIn, CancellationToken ct)
    {
        if (await Load(slug, id, ct) is { } elsewhere) return elsewhere;
        var answers = AnswerForm.Read(Request.Form, Questions, Now);
        var key = new AttemptKey(slug, id, Me, Attempt.Number);
        var outcome = handsIn is null ? await save.Run(key, answers, ct) : await handIn.Run(key, answers, ct);
        if (outcome.IsRefused) return Refused(outcome.Refusal);
        return Redirect(handsIn is null ? QuizAddress.Attempt(slug, id) : ResultAddress);
    }

    /// <summary>Null when there is an attempt to show; else where to go instead.</summary>
    private async Task<IActionResult?> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.LastAttempt(slug, id, Viewer, ct) is not var (quiz, attempt))
            return await door.Open(slug, id, Viewer, ct) is { } other ? Redirect(other.Address) : NotFound();
        (Quiz, Attempt) = (quiz, attempt);
        if (Attempt.IsHandedIn && Attempt.IsSealed(Now)) return Redirect(ResultAddress);
        Questions = AskedQuestion.All(Attempt, await door.QuestionsToAnswer(quiz, ct), quiz.Quiz.Rules);
        return null;
    }
}
