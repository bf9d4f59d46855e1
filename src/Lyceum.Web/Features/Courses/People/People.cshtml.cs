using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>Who is in the course: for its members a list of faces, for those who teach it the roster with everything that can be done to it.</summary>
[EnableRateLimiting("upload")]
[BodyLimit(2_000_000)]
public sealed class PeoplePage(SchoolDb db, CourseDoor door, ManageMembers members, GrantAccommodation grant, ImportRoster import, InviteAgain again) : SchoolPage
{
    [BindProperty(SupportsGet = true)] public Guid? Confirm { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Removed { get; set; }
    [BindProperty(SupportsGet = true)] public bool Saved { get; set; }
    /// <summary>Who was just written to once more.</summary>
    [BindProperty(SupportsGet = true, Name = "invited")] public Guid? WrittenTo { get; set; }

    public CourseAccess Access { get; private set; } = null!;
    public IReadOnlyList<RosterPerson> People { get; private set; } = [];
    /// <summary>What was granted to whom; only those who grade know.</summary>
    public IReadOnlyDictionary<Guid, Accommodation> Granted { get; private set; } = new Dictionary<Guid, Accommodation>();
    public IReadOnlyList<Section> Sections { get; private set; } = [];
    /// <summary>A list that was looked at (its text waits in the page to be confirmed) or has been done.</summary>
    public RosterReport? Report { get; private set; }
    public string? Pending { get; private set; }
    public RosterCells? Invited { get; private set; }
    /// <summary>The groups that the reader is in.</summary>
    public IReadOnlyList<(GroupSet Set, FilledGroup Group)> OwnGroups { get; private set; } = [];

    public IEnumerable<RosterPerson> Active => People.Where(person => person.State == EnrollmentState.Active);
    public IEnumerable<RosterPerson> Gone => People.Where(person => person.State == EnrollmentState.Removed);
    public IEnumerable<RosterPerson> Staff => Active.Where(person => person.Role is CourseRole.Instructor or CourseRole.Assistant);

    /// <summary>Students and observers by section; those without one last.</summary>
    public IEnumerable<IGrouping<string?, RosterPerson>> BySection =>
        Active.Where(person => person.Role is CourseRole.Student or CourseRole.Observer)
            .GroupBy(person => person.Section).OrderBy(group => group.Key is null).ThenBy(group => group.Key);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await Load(slug, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string slug, Guid person, CancellationToken ct) =>
        await Answer(slug, await members.Remove(Viewer, slug, person, ct), $"removed={person}", ct);

    public async Task<IActionResult> OnPostReturnAsync(string slug, Guid person, CancellationToken ct) =>
        await Answer(slug, await members.Return(Viewer, slug, person, ct), "saved=true", ct);

    public async Task<IActionResult> OnPostAssignAsync(string slug, Guid person, CourseRole role, Guid? section, CancellationToken ct) =>
        await Answer(slug, await members.Assign(Viewer, slug, person, role, section, ct), "saved=true", ct);

    public async Task<IActionResult> OnPostGrantAsync(string slug, Guid person, decimal factor, int later, string? unit, CancellationToken ct) =>
        await Answer(slug, await grant.Run(Viewer, slug, person, factor, unit == "hours" ? Duration.FromHours(later) : Duration.FromDays(later), ct), "saved=true", ct);

    public async Task<IActionResult> OnPostAddSectionAsync(string slug, string? name, CancellationToken ct) =>
        await Answer(slug, await members.AddSection(Viewer, slug, name ?? "", ct), "saved=true", ct);

    public async Task<IActionResult> OnPostRenameSectionAsync(string slug, Guid section, string? name, CancellationToken ct) =>
        await Answer(slug, await members.RenameSection(Viewer, slug, section, name ?? "", ct), "saved=true", ct);

    public async Task<IActionResult> OnPostInviteAsync(string slug, string? name, string? email, string? section, string? role, CancellationToken ct)
    {
        Invited = new RosterCells(1, name ?? "", email ?? "", section ?? "", role ?? "");
        var done = await import.Invite(Viewer, slug, Invited, ct);
        if (!done.IsRefused && done.Value.Lines[0].Refusal is { } refusal) done = refusal;
        return await Answer(slug, done, "saved=true", ct);
    }

    public async Task<IActionResult> OnPostInviteAgainAsync(string slug, Guid person, CancellationToken ct) =>
        await Answer(slug, await again.Run(Viewer, slug, person, ct), $"invited={person}", ct);

    /// <summary>Shows what a list would do, and keeps its text in the page until it is confirmed.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string slug, IFormFile? file, CancellationToken ct)
    {
        var bytes = await Read(file, ct);
        var looked = bytes.IsRefused ? bytes.Refusal : await import.Preview(Viewer, slug, bytes.Value, ct);
        if (!await Load(slug, ct)) return NotFound();
        if (looked.IsRefused) return looked.Refusal.Kind == RefusalKind.NotFound ? NotFound() : Refused(looked.Refusal);
        (Report, Pending) = (looked.Value, Convert.ToBase64String(bytes.Value));
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(string slug, string? list, CancellationToken ct)
    {
        var bytes = new byte[(list?.Length ?? 0) * 3 / 4 + 3];
        if (!Convert.TryFromBase64String(list ?? "", bytes, out var length)) return BadRequest();
        var done = await import.Run(Viewer, slug, bytes.AsMemory(0, length), ct);
        if (!await Load(slug, ct)) return NotFound();
        if (done.IsRefused) return done.Refusal.Kind == RefusalKind.NotFound ? NotFound() : Refused(done.Refusal);
        Report = done.Value;
        return Page();
    }

    private static async Task<Outcome<byte[]>> Read(IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length == 0) return Refusal.Invalid("Choose a file first.", "file");
        if (file.Length > Interop.Courses.RosterFile.Largest)
            return Refusal.Invalid("The list is too long. Split it into files of at most {0} lines.", "file", Roster.MostLines);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, ct);
        return memory.ToArray();
    }

    private async Task<IActionResult> Answer<T>(string slug, Outcome<T> outcome, string query, CancellationToken ct)
    {
        if (!outcome.IsRefused) return Redirect($"/courses/{slug}/people?{query}");
        if (outcome.Refusal.Kind == RefusalKind.NotFound || !await Load(slug, ct)) return NotFound();
        return Refused(outcome.Refusal);
    }

    private async Task<bool> Load(string slug, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { } access) return false;
        Access = access;
        People = await db.RosterOf(access.Course.Id, ct);
        if (access.IsStudent) OwnGroups = [.. from filled in await db.GroupsOf(Viewer, access.Course.Id, ct) where filled.GroupOf(Me) is not null select (filled.Set, filled.GroupOf(Me)!)];
        if (access.CanGrade) Granted = await db.AccommodationsIn(access.Course.Id, ct);
        Sections = await db.Sections.Where(section => section.CourseId == access.Course.Id).OrderBy(section => section.Name).ToListAsync(ct);
        return true;
    }
}
