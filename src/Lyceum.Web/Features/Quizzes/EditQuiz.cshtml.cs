using Lyceum.Data;
using Lyceum.Data.Quizzes;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>The quiz as its instructor arranges it: rules, questions in their order, who has more time.</summary>
public sealed class EditQuizPage(QuizDoor door, SchoolDb db, EditQuiz edit, GrantAccommodation grant) : SchoolPage
{
    public sealed record MoreTime(Guid PersonId, string Name, decimal Factor);

    public QuizAccess Quiz { get; private set; } = null!;
    public IReadOnlyList<Question> Questions { get; private set; } = [];
    public IReadOnlyList<MoreTime> Granted { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> Students { get; private set; } = [];
    public int HandedIn { get; private set; }
    [BindProperty] public RulesForm Rules { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        Rules = RulesForm.Of(Quiz.Quiz);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, CancellationToken ct) =>
        await Load(slug, id, ct) ? Back(await edit.Arrange(Viewer, id, Rules.ReadIntro(Quiz.Quiz.Intro), Rules.Read(), ct)) : NotFound();

    public async Task<IActionResult> OnPostMoveAsync(string slug, Guid id, Guid question, int to, CancellationToken ct) =>
        await Load(slug, id, ct) ? Back(await edit.MoveQuestion(Viewer, id, question, to, ct)) : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string slug, Guid id, Guid question, CancellationToken ct) =>
        await Load(slug, id, ct) ? Back(await edit.RemoveQuestion(Viewer, id, question, ct)) : NotFound();

    public async Task<IActionResult> OnPostGrantAsync(string slug, Guid id, Guid person, string? factor, CancellationToken ct) =>
        await Load(slug, id, ct) ? Back(await grant.Run(Viewer, slug, person, NumberText.Read(factor ?? "") ?? 0, null, ct)) : NotFound();

    private IActionResult Back(Outcome<Done> outcome) =>
        outcome.IsRefused ? Refused(outcome.Refusal) : Redirect(QuizAddress.Edit(Quiz.Course.Slug, Quiz.Activity.Id));

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, id, Viewer, ct) is not { Access.CanTeach: true } quiz) return false;
        (Quiz, Questions) = (quiz, await door.Questions(quiz, Viewer, ct));
        HandedIn = await db.AttemptsVisibleTo(Viewer).CountAsync(attempt => attempt.QuizId == id && attempt.HandedInAt != null, ct);
        var students = await (from enrollment in db.Enrollments
                              join person in db.People on enrollment.PersonId equals person.Id
                              where enrollment.CourseId == quiz.Course.Id && enrollment.Role == CourseRole.Student && enrollment.State == EnrollmentState.Active
                              orderby person.Name
                              select new { person.Id, person.Name }).ToListAsync(ct);
        var granted = await db.AccommodationsVisibleTo(Viewer).Where(granted => granted.CourseId == quiz.Course.Id && granted.TimeFactor != 1)
            .ToDictionaryAsync(granted => granted.PersonId, granted => granted.TimeFactor, ct);
        Students = [.. students.Select(student => (student.Id, student.Name))];
        Granted = [.. students.Where(student => granted.ContainsKey(student.Id)).Select(student => new MoreTime(student.Id, student.Name, granted[student.Id]))];
        return true;
    }
}
