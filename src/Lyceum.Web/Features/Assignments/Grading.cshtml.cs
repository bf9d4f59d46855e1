using System.Globalization;
using System.Text.Json;
using Lyceum.Data;
using Lyceum.Data.Assignments;
using Lyceum.Data.Courses;
using Lyceum.Data.Grades;
using Lyceum.Data.Library;
using Lyceum.Domain;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Assignments;

/// <summary>What is filled in beside a submission: from a draft, from what was given before, or as it was just posted.</summary>
public sealed record GradingForm(string Score, string Feedback, IReadOnlyList<RubricMark> Marks)
{
    public static GradingForm Of(Submission work, Grade? grade) => work.GradingDraft is { } begun
        ? new(begun.Score, begun.Feedback, begun.Marks)
        : new(grade?.Score?.ToString("0.##", CultureInfo.InvariantCulture) ?? "", work.Feedback, work.Marks);

    public decimal? Number => decimal.TryParse(Score.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>One submission beside its rubric and grade; saving goes on to the next that waits.</summary>
public sealed class GradingPage(SchoolDb db, ActivityDoor door, ProseRenderer prose, GradeSubmission grading, ReleaseGrades releasing, GradingQueues queues) : SchoolPage
{
    private static readonly char[] Blanks = [' ', '\n', '\t'];

    public ActivityAccess At { get; private set; } = null!;
    public Assignment Asks { get; private set; } = null!;
    public Submission Work { get; private set; } = null!;
    public Grade? Grade { get; private set; }
    public GradingPlace? Place { get; private set; }
    public GradingQueue Queue { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public IReadOnlyList<StoredFile> Files { get; private set; } = [];
    public GradingForm Form { get; private set; } = null!;
    public string? LateNote { get; private set; }
    /// <summary>What is added to every due date of this student.</summary>
    public Duration DueLater { get; private set; }
    public bool Saved { get; private set; }
    public int? Released { get; private set; }
    public bool HidesNames { get; private set; }

    public Prose Text => prose.Render(RichText.Markdown(Work.Text));
    public int WordCount => Work.Text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Length;
    public decimal Worth => At.Activity.Points ?? Asks.Rubric.Points;
    public string SoFar => Asks.Rubric.Taking(Form.Marks) is { Count: > 0 } marks ? $"{marks.Sum(mark => mark.Points) * Worth / Asks.Rubric.Points:0.##}" : "–";
    public GradingPlace? Previous => Queue.Before(Work.PersonId);
    public GradingPlace? Following => Queue.After(Work.PersonId);
    public GradingPlace? NextWaiting => Queue.NextWaiting(Work.PersonId);

    public IHtmlContent WordsJson => new HtmlString(JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["saved"] = T["Draft saved at the school, {0}"],
        ["device"] = T["No connection. What you wrote is on this device and is sent when the line is back."],
    }));

    public string NameOf(GradingPlace place) => HidesNames ? T["Student {0}", place.Number] : place.Name;
    /// <summary>In one line, for who comes before and after.</summary>
    public string StateOf(GradingPlace place) => place.IsGraded
        ? place.Grade?.Score is { } score ? T["{0} of {1}", $"{score:0.##}", $"{Worth:0.##}"] : T["graded"]
        : place.Work!.IsLate ? T["to grade, late"] : T["to grade, on time"];
    public string UrlOf(Guid person, string more = "") =>
        (HidesNames, more.Length > 0) switch
        {
            (true, true) => $"{At.Url}/submissions/{person}?names=hidden&{more}",
            (true, false) => $"{At.Url}/submissions/{person}?names=hidden",
            (false, true) => $"{At.Url}/submissions/{person}?{more}",
            _ => $"{At.Url}/submissions/{person}",
        };

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, Guid person, bool saved, int? released, CancellationToken ct)
    {
        (Saved, Released) = (saved, released);
        return await Load(slug, id, person, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, Guid person, string? score, string? feedback, List<MarkTyped> marks, int seen, bool release, CancellationToken ct)
    {
        if (!await Load(slug, id, person, ct)) return NotFound();
        Form = new GradingForm(score ?? "", feedback ?? "", [.. marks.Select(mark => mark.Read())]);
        var graded = await grading.Run(Viewer, id, person, new GivenGrade(Form.Number, Form.Feedback, Form.Marks, seen, release), ct);
        if (graded.IsRefused) return Refused(graded.Refusal);
        return LocalRedirect(NextWaiting is { } next ? UrlOf(next.PersonId) : UrlOf(person, "saved=true"));
    }

    public async Task<IActionResult> OnPostReleaseAsync(string slug, Guid id, Guid person, CancellationToken ct)
    {
        if (!await Load(slug, id, person, ct)) return NotFound();
        var released = await releasing.Run(Viewer, id, ct);
        return released.IsRefused ? Refused(released.Refusal) : LocalRedirect(UrlOf(person, $"released={released.Value}"));
    }

    private async Task<bool> Load(string slug, Guid id, Guid person, CancellationToken ct)
    {
        if (await door.Open(slug, id, ActivityKind.Assignment, Viewer, ct) is not { CanGrade: true } at) return false;
        (At, HidesNames) = (at, Request.Query["names"] == "hidden");
        // Whoever has left the course is in no queue; their work can still be read and graded.
        var row = await (from submission in db.SubmissionsVisibleTo(Viewer)
                         join student in db.People on submission.PersonId equals student.Id
                         where submission.ActivityId == id && submission.PersonId == person && submission.HandedInAt != null
                         select new { submission, student.Name }).SingleOrDefaultAsync(ct);
        if (row is null) return false;
        Queue = await queues.Read(at.Activity, Viewer, ct);
        (Work, Place) = (row.submission, Queue.Places.FirstOrDefault(one => one.PersonId == person));
        Name = Place is null ? HidesNames ? T["Student {0}", "–"] : row.Name : NameOf(Place);
        Grade = Place?.Grade ?? await db.GradesVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == id && one.PersonId == person, ct);
        Form = GradingForm.Of(Work, Grade);
        Asks = await db.AssignmentsVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == id, ct) ?? Assignment.For(at.Activity);
        if (Asks.Late == LateRule.LosesADay && Work.DaysLate > 0) LateNote = T["Give it what it is worth; {0} % a day is taken off when you save.", Asks.LatePercentADay];
        DueLater = await db.DueLaterFor(at.Course.Id, person, ct);
        var files = await db.FilesVisibleTo(Viewer).Where(file => Work.Files.Contains(file.Id)).ToListAsync(ct);
        Files = [.. Work.Files.Select(one => files.Find(file => file.Id == one)).OfType<StoredFile>()];
        return true;
    }
}
