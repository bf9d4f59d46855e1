using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>One question, new or known, of any kind. "More rows" draws the form again with what was typed.</summary>
public sealed class EditQuestionPage(QuizDoor door, EditQuiz edit) : SchoolPage
{
    public QuizAccess Quiz { get; private set; } = null!;
    public Question? Known { get; private set; }
    [BindProperty] public QuestionForm Form { get; set; } = new();

    public string Back => QuizAddress.Edit(Quiz.Course.Slug, Quiz.Activity.Id);

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, Guid? question, string? kind, CancellationToken ct)
    {
        if (!await Load(slug, id, question, ct)) return NotFound();
        Form = Known is null ? new QuestionForm { Kind = kind ?? "singleChoice" } : QuestionFormFilling.Of(Known);
        QuestionFormFilling.WithRoom(Form);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, Guid? question, string? more, CancellationToken ct)
    {
        if (!await Load(slug, id, question, ct)) return NotFound();
        QuestionFormFilling.WithRoom(Form);
        if (more is not null) return Page();
        var kept = await edit.KeepQuestion(Viewer, id, question, Form.PointsRead, Form.Read(Known?.Content), ct);
        return kept.IsRefused ? Refused(kept.Refusal) : Redirect(Back);
    }

    private async Task<bool> Load(string slug, Guid id, Guid? question, CancellationToken ct)
    {
        if (await door.Open(slug, id, Viewer, ct) is not { Access.CanTeach: true } quiz) return false;
        Quiz = quiz;
        if (question is null) return true;
        Known = (await door.Questions(quiz, Viewer, ct)).Find(known => known.Id == question);
        return Known is not null;
    }
}
