using Lyceum.Data;
using Lyceum.Data.Quizzes;
using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>Every attempt of the class; those that wait for a hand come first.</summary>
public sealed class MarkingPage(QuizDoor door, SchoolDb db, MarkAgain markAgain) : SchoolPage
{
    public sealed record Row(Attempt Attempt, string Name);

    public QuizAccess Quiz { get; private set; } = null!;
    public IReadOnlyList<Row> Attempts { get; private set; } = [];

    public IReadOnlyList<Question> Questions { get; private set; } = [];
    public IReadOnlyDictionary<Guid, QuestionAnalysis> Analysis { get; private set; } = new Dictionary<Guid, QuestionAnalysis>();
    /// <summary>What marking again has just changed.</summary>
    [BindProperty(SupportsGet = true)] public int? Rise { get; set; }
    [BindProperty(SupportsGet = true)] public int? Fall { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) => await Load(slug, id, ct) ? Page() : NotFound();

    /// <summary>Marks everything again by the questions as they are now.</summary>
    public async Task<IActionResult> OnPostAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        var marked = await markAgain.Run(Viewer, id, ct);
        return marked.IsRefused ? Refused(marked.Refusal) : Redirect($"{QuizAddress.Marking(slug, id)}?rise={marked.Value.Rise}&fall={marked.Value.Fall}");
    }

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, id, Viewer, ct) is not { Access.CanGrade: true } quiz) return false;
        Quiz = quiz;
        var rows = await (from attempt in db.AttemptsMarkableBy(Viewer)
                          join person in db.People on attempt.PersonId equals person.Id
                          where attempt.QuizId == id && attempt.HandedInAt != null
                          orderby person.Name, attempt.Number
                          select new { attempt, person.Name }).ToListAsync(ct);
        Questions = await door.Questions(quiz, Viewer, ct);
        Analysis = QuestionAnalysis.Of([.. rows.Select(row => row.attempt)]);
        Attempts = [.. rows.Select(row => new Row(row.attempt, row.Name)).OrderByDescending(row => row.Attempt.NeedsHand)];
        return true;
    }
}
