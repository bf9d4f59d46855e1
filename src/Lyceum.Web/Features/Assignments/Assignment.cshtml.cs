using System.Text.Json;
using Lyceum.Data;
using Lyceum.Data.Assignments;
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

namespace Lyceum.Web.Features.Assignments;

public sealed class AssignmentPage(SchoolDb db, ActivityDoor door, ProseRenderer prose, WorkOnSubmission workOn, Times times) : SchoolPage
{
    public ActivityAccess At { get; private set; } = null!;
    public Assignment Asks { get; private set; } = null!;
    public Prose Instructions { get; private set; } = null!;
    public Submission? Work { get; private set; }
    public Grade? Grade { get; private set; }
    public Grade? Returned => Grade is { IsReleased: true } ? Grade : null;
    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    public bool Submits => At.In.IsStudent;
    public IHtmlContent? Feedback => Work is { Feedback.Length: > 0 } work ? prose.Post(work.Feedback) : null;
    public IHtmlContent HandedInText => prose.Post(Work?.Text ?? "");
    public bool IsOpen => At.Window.IsOpenAt(times.Now) && !(Asks.Late == LateRule.NotAccepted && At.Window.IsLateAt(times.Now));
    public string WhyClosed => times.Now < At.Activity.Opens ? T["It opens {0}.", times.Long(At.Activity.Opens.Value)]
        : Work is { IsHandedIn: true } ? T["It has closed. What you handed in is below."]
        : T["It has closed, and nothing was handed in. Write to your instructor."];

    public string LateSentence => At.Activity.Due is null ? "" : Asks.Late switch
    {
        LateRule.NotAccepted => T["Late work is not accepted."],
        LateRule.LosesADay => T["Late work loses {0} % of its points a day.", Asks.LatePercentADay],
        _ => T["Late work is accepted and marked as late."],
    };

    public IHtmlContent WordsJson => new HtmlString(JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["saved"] = T["Draft saved at the school, {0}"],
        ["device"] = T["No connection. The draft is on this device and is sent when the line is back."],
    }));

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) =>
        await Load(slug, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostHandInAsync(string slug, Guid id, string? text, CancellationToken ct) =>
        await After(slug, id, await workOn.HandIn(Viewer, id, text ?? "", ct), ct);

    public async Task<IActionResult> OnPostAddFileAsync(string slug, Guid id, IFormFile? upload, CancellationToken ct)
    {
        if (await door.Open(slug, id, ActivityKind.Assignment, Viewer, ct) is not { } at) return NotFound();
        return await After(slug, id, upload is null ? Refusal.Invalid("Choose a file first.") : await workOn.AddFile(Viewer, id, at.Course.Id, upload, ct), ct);
    }

    public async Task<IActionResult> OnPostRemoveFileAsync(string slug, Guid id, Guid file, CancellationToken ct) =>
        await After(slug, id, await workOn.RemoveFile(Viewer, id, file, ct), ct);

    private async Task<IActionResult> After(string slug, Guid id, Outcome<Submission> outcome, CancellationToken ct)
    {
        if (!outcome.IsRefused) return LocalRedirect(Request.Path);
        return await Load(slug, id, ct) ? Refused(outcome.Refusal) : NotFound();
    }

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, id, ActivityKind.Assignment, Viewer, ct) is not { } at) return false;
        At = at;
        Asks = await db.AssignmentsVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == id, ct) ?? Assignment.For(at.Activity);
        Instructions = prose.Render(Asks.Instructions);
        if (!Submits) return true;
        Work = await db.SubmissionsVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == id && one.PersonId == Me, ct);
        Grade = await db.GradesVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == id && one.PersonId == Me, ct);
        if (Work is { DraftFiles.Count: > 0 } work)
        {
            var files = await db.FilesVisibleTo(Viewer).Where(file => work.DraftFiles.Contains(file.Id)).ToListAsync(ct);
            Files = [.. work.DraftFiles.Select(one => files.Find(file => file.Id == one)).OfType<StoredFile>()];
        }
        return true;
    }
}
