using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>One set of groups: a board on which whoever teaches puts students into groups; for everybody else who is in which.</summary>
public sealed class GroupSetPage(SchoolDb db, CourseDoor door, ArrangeGroups arrange, KeepGroupSet keep, IClock clock) : SchoolPage
{
    /// <summary>Who was picked up, where no script keeps that.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Picked { get; set; }
    /// <summary>A group that was just removed, and can be brought back.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Removed { get; set; }
    [BindProperty(SupportsGet = true)] public bool Saved { get; set; }
    /// <summary>Who was just moved, and the group from which (empty = from none): what Undo needs.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Moved { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? From { get; set; }

    public CourseAccess Access { get; private set; } = null!;
    public FilledGroupSet Filled { get; private set; } = null!;
    public bool HasSections { get; private set; }
    public string? RemovedName { get; private set; }
    public Instant Now => clock.GetCurrentInstant();
    public string Home => $"/courses/{Access.Course.Slug}/people/groups";
    public DateTimeZone CourseZone => DateTimeZoneProviders.Tzdb[Access.Course.TimeZone];
    public IEnumerable<GroupedStudent> Students => Filled.InNone.Concat(Filled.Groups.SelectMany(group => group.Members));
    public GroupedStudent? Carried => Students.FirstOrDefault(one => one.PersonId == Picked);
    public GroupedStudent? Put => Students.FirstOrDefault(one => one.PersonId == Moved);

    public Dictionary<string, string> IslandWords => new()
    {
        ["picked"] = T["{0} picked up. Press the number of a group, or choose one."],
        ["back"] = T["Put back"],
        ["put"] = T["Put {0} into {1}"],
        ["moved"] = T["{0} is in {1}."],
        ["lost"] = T["This could not be saved. The page shows what the school has."],
    };

    public async Task<IActionResult> OnGetAsync(string slug, Guid set, CancellationToken ct) => await Load(slug, set, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostMoveAsync(string slug, Guid set, Guid person, Guid? group, CancellationToken ct) => Do(slug, set, async () =>
    {
        var from = Filled.GroupOf(person)?.Group.Id;
        return (await arrange.Move(Viewer, slug, set, person, group, ct), from == group ? "" : $"?moved={person}&from={from}");
    }, ct);

    public Task<IActionResult> OnPostAddAsync(string slug, Guid set, CancellationToken ct) => Do(slug, set, async () => (await arrange.Add(Viewer, slug, set, number => T["Group {0}", number], ct), ""), ct);

    public Task<IActionResult> OnPostRenameAsync(string slug, Guid set, Guid group, string? name, CancellationToken ct) =>
        Do(slug, set, async () => (await arrange.Rename(Viewer, slug, set, group, name, ct), "?saved=true"), ct);

    public Task<IActionResult> OnPostRemoveAsync(string slug, Guid set, Guid group, CancellationToken ct) =>
        Do(slug, set, async () => (await arrange.Remove(Viewer, slug, set, group, ct), $"?removed={group}"), ct);

    public Task<IActionResult> OnPostReturnAsync(string slug, Guid set, Guid group, CancellationToken ct) => Do(slug, set, async () => (await arrange.Return(Viewer, slug, set, group, ct), ""), ct);

    public Task<IActionResult> OnPostDealAsync(string slug, Guid set, bool everybody, bool spread, CancellationToken ct) =>
        Do(slug, set, async () => (await arrange.Deal(Viewer, slug, set, everybody, spread, ct), "?saved=true"), ct);

    public Task<IActionResult> OnPostDescribeAsync(string slug, Guid set, string? name, bool choose, string? until, int? most, CancellationToken ct) => Do(slug, set, async () =>
        (await keep.Describe(Viewer, slug, set, name, choose, FormTimes.Moment(until)?.InZoneLeniently(CourseZone).ToInstant(), most, ct), "?saved=true"), ct);

    public async Task<IActionResult> OnPostRemoveSetAsync(string slug, Guid set, CancellationToken ct)
    {
        var removed = await keep.Remove(Viewer, slug, set, ct);
        return removed.IsRefused ? NotFound() : Redirect($"/courses/{slug}/people/groups?removed={set}");
    }

    private async Task<IActionResult> Do(string slug, Guid set, Func<Task<(Outcome<Done> Done, string Query)>> change, CancellationToken ct)
    {
        if (!await Load(slug, set, ct) || !Access.CanTeach) return NotFound();
        var (done, query) = await change();
        if (!done.IsRefused) return Redirect($"{Home}/{set}{query}");
        return await Load(slug, set, ct) ? Refused(done.Refusal) : NotFound();
    }

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { } access) return false;
        if ((await db.GroupsOf(Viewer, access.Course.Id, ct, id)).SingleOrDefault() is not { } filled) return false;
        (Access, Filled) = (access, filled);
        if (!access.CanTeach) return true;
        HasSections = await db.Sections.CountAsync(section => section.CourseId == access.Course.Id, ct) > 1;
        RemovedName = await db.Groups.IgnoreQueryFilters().Where(group => group.Id == Removed && group.SetId == id && group.RemovedAt != null).Select(group => group.Name).SingleOrDefaultAsync(ct);
        return true;
    }
}
