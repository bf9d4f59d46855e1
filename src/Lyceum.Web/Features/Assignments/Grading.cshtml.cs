using System.Globalization;
using Lyceum.Data;
using Lyceum.Data.Assignments;
using Lyceum.Data.Courses;
using Lyceum.Data.Grades;
using Lyceum.Data.Library;
using Lyceum.Domain;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Assignments;

/// <summary>One submission beside its grade; saving goes on to the next that waits.</summary>
public sealed class GradingPage(SchoolDb db, ActivityDoor door, ProseRenderer prose, GradeSubmission grading) : SchoolPage
{
    public ActivityAccess At { get; private set; } = null!;
    public Submission Work { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public IReadOnlyList<StoredFile> Files { get; private set; } = [];
    public string Score { get; private set; } = "";
    public string Feedback { get; private set; } = "";
    public string? LateNote { get; private set; }
    /// <summary>What is added to every due date of this student.</summary>
    public Duration DueLater { get; private set; }
    public Guid? Next { get; private set; }
    public bool Saved { get; private set; }
    public IHtmlContent Text => prose.Post(Work.Text);

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, Guid person, bool saved, CancellationToken ct)
    {
        Saved = saved;
        return await Load(slug, id, person, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, Guid person, string? score, string? feedback, bool release, CancellationToken ct)
    {
        if (!await Load(slug, id, person, ct)) return NotFound();
        (Score, Feedback) = (score ?? "", feedback ?? "");
        if (!decimal.TryParse(Score.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return Refused(Refusal.Invalid("A score is a number, as 17 or 17.5.", "Score"));
        var graded = await grading.Run(Viewer, id, person, number, Feedback, release, ct);
        if (graded.IsRefused) return Refused(graded.Refusal);
        return LocalRedirect(Next is { } next ? $"{At.Url}/submissions/{next}" : Request.Path + "?saved=true");
    }

    private async Task<bool> Load(string slug, Guid id, Guid person, CancellationToken ct)
    {
        if (await door.Open(slug, id, ActivityKind.Assignment, Viewer, ct) is not { CanGrade: true } at) return false;
        At = at;
        var row = await (from submission in db.SubmissionsVisibleTo(Viewer)
                         join student in db.People on submission.PersonId equals student.Id
                         where submission.ActivityId == id && submission.PersonId == person && submission.HandedInAt != null
                         select new { submission, student.Name }).SingleOrDefaultAsync(ct);
        if (row is null) return false;
        (Work, Name, Feedback) = (row.submission, row.Name, row.submission.Feedback);
        var grades = await db.GradesVisibleTo(Viewer).Where(grade => grade.ActivityId == id && (grade.PersonId == person || grade.NeedsGrading)).ToListAsync(ct);
        Score = grades.Find(grade => grade.PersonId == person)?.Score?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
        Next = grades.Find(grade => grade.NeedsGrading && grade.PersonId != person)?.PersonId;
        var asks = await db.AssignmentsVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == id, ct);
        if (asks is { Late: LateRule.LosesADay } && Work.DaysLate > 0) LateNote = T["Give it what it is worth; {0} % a day is taken off when you save.", asks.LatePercentADay];
        DueLater = await db.DueLaterFor(at.Course.Id, person, ct);
        var files = await db.FilesVisibleTo(Viewer).Where(file => Work.Files.Contains(file.Id)).ToListAsync(ct);
        Files = [.. Work.Files.Select(one => files.Find(file => file.Id == one)).OfType<StoredFile>()];
        return true;
    }
}
