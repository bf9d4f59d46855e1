using Lyceum.Data;
using Lyceum.Data.Quizzes;
using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>One attempt of a student, as who marks it sees it: every answer, what is right, and a place for points and a comment.</summary>
public sealed class MarkAttemptPage(QuizDoor door, SchoolDb db, MarkAnswer mark, IClock clock) : SchoolPage
{
    public QuizAccess Quiz { get; private set; } = null!;
    public Attempt Attempt { get; private set; } = null!;
    public string Student { get; private set; } = "";
    public IReadOnlyList<MarkedQuestion> Questions { get; private set; } = [];
    public Guid? Next { get; private set; }
    public bool CanMark => Attempt.IsSealed(clock.GetCurrentInstant());

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, Guid attempt, CancellationToken ct) => await Load(slug, id, attempt, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, Guid attempt, Guid question, string? points, string? comment, CancellationToken ct)
    {
        if (!await Load(slug, id, attempt, ct)) return NotFound();
        var marked = await mark.Run(Viewer, Me, attempt, question, NumberText.Read(points ?? "") ?? -1, comment?.Trim(), ct);
        return marked.IsRefused ? Refused(marked.Refusal) : Redirect($"{QuizAddress.Marking(slug, id)}/{attempt}#t{Questions.First(asked => asked.Asked.Id == question).Asked.Number}");
    }

    private async Task<bool> Load(string slug, Guid id, Guid attemptId, CancellationToken ct)
    {
        if (await door.Open(slug, id, Viewer, ct) is not { Access.CanGrade: true } quiz) return false;
        var handedIn = await db.AttemptsMarkableBy(Viewer).Where(attempt => attempt.QuizId == id && attempt.HandedInAt != null).ToListAsync(ct);
        if (handedIn.Find(attempt => attempt.Id == attemptId) is not { } found) return false;
        (Quiz, Attempt) = (quiz, found);
        Student = await db.People.Where(person => person.Id == found.PersonId).Select(person => person.Name).SingleAsync(ct);
        Questions = [.. AskedQuestion.All(found, await door.Questions(quiz, Viewer, ct), quiz.Quiz.Rules).Select(asked => new MarkedQuestion(asked, ShowsRight: true))];
        Next = handedIn.Where(attempt => attempt.NeedsHand && attempt.Id != attemptId).Select(attempt => (Guid?)attempt.Id).FirstOrDefault();
        return true;
    }
}
