using Lyceum.Data;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Classes;

/// <summary>The classes of a course: those to come, and those that can be replayed, with what they still ask of the reader.</summary>
public sealed class ClassesPage(SchoolDb db, CourseDoor door, LobbyCounts lobbies, Times times) : SchoolPage
{
    [BindProperty(SupportsGet = true)] public int? Planned { get; set; }
    [BindProperty(SupportsGet = true)] public int Held { get; set; }
    /// <summary>Whose plan it was.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Section { get; set; }

    public CourseAccess Access { get; private set; } = null!;
    public ShelvedClass? Next { get; private set; }
    public IReadOnlyList<ActivityRow> Coming { get; private set; } = [];
    public IReadOnlyList<ActivityRow> Past { get; private set; } = [];
    public IReadOnlyList<ActivityRow> Lessons { get; private set; } = [];
    public int Earned { get; private set; }
    public int HeldAlready { get; private set; }

    private Dictionary<Guid, int> students = [];
    private IReadOnlyDictionary<Guid, int> waiting = new Dictionary<Guid, int>();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { } access) return NotFound();
        Access = access;
        if (access.CanGrade) waiting = await lobbies.Now();
        students = await ClassShelf.CountStudents(db, access, ct);
        var all = await ClassShelf.Read(db, access, Viewer, ct);
        var classes = all.FindAll(c => !c.IsLesson);
        Lessons = [.. all.Where(c => c.IsLesson).Select(LessonRow)];
        var past = classes.Where(c => c.IsOverAt(times.Now)).ToList();
        var coming = classes.Except(past).ToList();
        Next = coming.FirstOrDefault(c => c.IsPublished);
        Coming = coming.ConvertAll(ComingRow);
        Past = [.. past.AsEnumerable().Reverse().Select(PastRow)];
        (Earned, HeldAlready) = (past.Count(c => c.IsEarned), past.Count(c => c.WasHeld));
        return Page();
    }

    public string AddressOf(ShelvedClass one) => ActivityLinks.Of(Access.Course.Slug, ActivityKind.ClassSession, one.Id);

    public bool IsLive(ShelvedClass one) => one is { StartedAt: not null, EndedAt: null };

    /// <summary>Whose class it is, for those who see more than one section's.</summary>
    private IEnumerable<string> LabelOf(ShelvedClass one) => Access.CanGrade && one.Section is { } section ? [section] : [];

    private int AskedOf(ShelvedClass one) => one.SectionId is { } section ? students.GetValueOrDefault(section) : students.Values.Sum();

    private ActivityRow ComingRow(ShelvedClass one) => new(ActivityKind.ClassSession, one.Title, Access.CanGrade ? AddressOf(one) + "/edit" : AddressOf(one), string.Join(" · ", LabelOf(one).Append(times.Span(one.Minutes))))
    {
        When = WhenKind.Live,
        WhenText = $"{times.Day(one.Starts)} · {times.Clock(one.Starts)}",
        State = waiting.TryGetValue(one.Id, out var there) ? T.Count("{0} in the lobby", "{0} in the lobby", there) : !one.IsPublished ? T["Draft"] : IsLive(one) ? T["Live now"] : one.LobbyOpens <= times.Now ? T["Doors are open"] : "",
        Tone = Tone.Now,
        IsDraft = !one.IsPublished,
    };

    private ActivityRow LessonRow(ShelvedClass one)
    {
        var by = one.CountsUntil is { } due ? T["Any time · by {0}", times.DayAndClock(due)] : T["Any time"];
        if (one.EndedAt is not null) return PastRow(one) with { Meta = T["Lesson"], WhenText = by };
        return new(ActivityKind.ClassSession, one.Title, AddressOf(one) + (Access.CanTeach ? "/edit" : ""), T["Lesson"]) { When = WhenKind.AnyTime, WhenText = by, State = T["In preparation"], IsDraft = !one.IsPublished };
    }

    private ActivityRow PastRow(ShelvedClass one)
    {
        var row = new ActivityRow(ActivityKind.ClassSession, one.Title, AddressOf(one) + (Access.CanGrade ? "/attendance" : "/replay"), string.Join(" · ", LabelOf(one).Append($"{times.Day(one.Starts)} · {times.Clock(one.Starts)}")));
        if (!one.WasHeld) return row with { Url = null, State = T["Not held"] };
        var counts = one.CountsUntil is not { } until ? T["Replay"] : times.Now <= until ? T["Replay · counts until {0}", times.DayAndClock(until)] : T["Replay · no longer counts"];
        row = row with { When = WhenKind.AnyTime, WhenText = counts };
        if (Access.CanGrade) return row with { State = T["{0} of {1} have the credit", one.EarnedByOthers, AskedOf(one)], Fraction = AskedOf(one) == 0 ? 0 : (double)one.EarnedByOthers / AskedOf(one) };
        if (!Access.IsStudent) return row;
        return one switch
        {
            { IsEarned: true } => row with { State = T["Credit earned"], StateIcon = "circle-check", Tone = Tone.Good },
            _ when times.Now > one.CountsUntil => row with { State = T["Missed"], StateIcon = "clock", Tone = Tone.Warn },
            { Covered: > 0 } => row with { State = T["{0} % seen", (int)(one.Covered * 100)], Fraction = one.Covered },
            _ => row with { State = T["Not watched yet"] },
        };
    }
}
