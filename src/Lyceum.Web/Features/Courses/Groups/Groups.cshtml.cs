using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>The groups of a course, set by set; whoever teaches makes them here, and students who choose choose here.</summary>
public sealed class GroupsPage(SchoolDb db, CourseDoor door, MakeGroups make, KeepGroupSet keep, ChooseGroup choose, IClock clock) : SchoolPage
{
    /// <summary>A set that was just removed, and can be brought back.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Removed { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public GroupWay Way { get; set; }
    [BindProperty] public int Number { get; set; } = 4;
    /// <summary>"people" = at most so many in each; else so many groups.</summary>
    [BindProperty] public string? Unit { get; set; } = "people";
    [BindProperty] public bool Spread { get; set; }
    [BindProperty] public string? Until { get; set; }
    [BindProperty] public int? Most { get; set; }

    public CourseAccess Access { get; private set; } = null!;
    public IReadOnlyList<FilledGroupSet> Sets { get; private set; } = [];
    public bool HasSections { get; private set; }
    public int Students { get; private set; }
    public Instant Now => clock.GetCurrentInstant();
    public DateTimeZone CourseZone => DateTimeZoneProviders.Tzdb[Access.Course.TimeZone];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await Load(slug, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMakeAsync(string slug, CancellationToken ct)
    {
        if (!await Load(slug, ct)) return NotFound();
        var asked = new GroupsAsked(string.IsNullOrWhiteSpace(Name) ? FreeName() : Name, Way, Number, Unit == "people")
        {
            SpreadsSections = Spread,
            Until = FormTimes.Moment(Until)?.InZoneLeniently(CourseZone).ToInstant(),
            Most = Most,
        };
        var made = await make.Run(Viewer, slug, asked, number => T["Group {0}", number], ct);
        return made.IsRefused ? Refused(made.Refusal) : Redirect($"/courses/{slug}/people/groups/{made.Value.Id}");
    }

    public async Task<IActionResult> OnPostReturnAsync(string slug, Guid set, CancellationToken ct)
    {
        var returned = await keep.Return(Viewer, slug, set, ct);
        if (!returned.IsRefused) return Redirect($"/courses/{slug}/people/groups/{set}");
        return await Load(slug, ct) ? Refused(returned.Refusal) : NotFound();
    }

    public async Task<IActionResult> OnPostChooseAsync(string slug, Guid set, Guid? group, CancellationToken ct)
    {
        if (!await Load(slug, ct)) return NotFound();
        var chosen = await choose.Run(Viewer, Access.Course.Id, set, group, ct);
        return chosen.IsRefused ? Refused(chosen.Refusal) : Redirect($"/courses/{slug}/people/groups#set-{set}");
    }

    /// <summary>What groups are called that nobody named: the first of "Groups", "Groups 2" … that is free.</summary>
    public string FreeName() => Enumerable.Range(1, GroupSet.MostInACourse + 1).Select(number => number == 1 ? T["Groups"] : $"{T["Groups"]} {number}")
        .First(name => Sets.All(one => !string.Equals(one.Set.Name, name, StringComparison.CurrentCultureIgnoreCase)));

    private async Task<bool> Load(string slug, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { } access) return false;
        Access = access;
        Sets = await db.GroupsOf(Viewer, access.Course.Id, ct);
        if (!access.CanTeach) return true;
        HasSections = await db.Sections.CountAsync(section => section.CourseId == access.Course.Id, ct) > 1;
        Students = (await db.StudentsOf(access.Course.Id, ct)).Count;
        return true;
    }
}
