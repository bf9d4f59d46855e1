using Lyceum.Domain.Courses;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Shared;

/// <summary>Every part and its states on one page, to look at while drawing; in development only.</summary>
[AllowAnonymous]
public sealed class PartsPage(SchoolSettings settings) : SchoolPage
{
    public CourseHero Hero { get; } = new(
        "Introduction to Statistics", ["Autumn term", "24 students", "6 credits"], ["Dr. Amara Okafor"], new CourseLoad(120, 210, 1440, 2520, 12),
        [.. Weeks.Select((week, index) => new CoursePart($"{index + 1} {week}", index < 8, index == 8, new HtmlString(index == 8 ? "0.4" : "0")))])
    {
        LiveWords = "Tue 18:00 + lab",
        AnyTimeWords = "read, watch, practise",
        Note = "Every class may be replayed for the same credit",
    };

    public CourseBar Bar { get; } = new(
        "Introduction to Statistics", "statistics",
        [new("Modules", "#", false), new("Classes", "#", false), new("Discussions", "#", false, 2), new("Grades", "#", true), new("People", "#", false)],
        [new("Edit", "#", false, Icon: "pencil"), new("Progress", "#", false, Icon: "activity")])
    { Last = new("See as a student", "#", false, Icon: "eye") };

    public IReadOnlyList<Tab> Tabs { get; } =
        [new("Modules", "#", true), new("Classes", "#", false), new("Discussions", "#", false, 2), new("Grades", "#", false), new("People", "#", false)];

    public IReadOnlyList<ActivityRow> Rows { get; } =
    [
        new(ActivityKind.Reading, "Why averages settle down", "#", "14 pages · 25 min") { When = WhenKind.AnyTime, WhenText = "Any time · by Tue 18:00", State = "Read", Tone = Tone.Good, StateIcon = "circle-check" },
        new(ActivityKind.ClassSession, "Sampling distributions", "#", "Class with Dr. Okafor · 1 h 15 min") { When = WhenKind.Live, WhenText = "Live · Tue 18:00", State = "Starts in 8 min", Tone = Tone.Now },
        new(ActivityKind.Lecture, "Lecture 8, variance", "#", "Video · 45 min") { When = WhenKind.AnyTime, WhenText = "Any time · by Sun 23:59", State = "12:40 left", Fraction = 0.68 },
        new(ActivityKind.Assignment, "Problem set 8", "#", "10 questions · 1 h 30 min") { When = WhenKind.AnyTime, WhenText = "Any time · by Thu 23:59", State = "4 of 10", UnitsDone = 4, UnitsTotal = 10 },
        new(ActivityKind.ClassSession, "Draw your own samples", "#", "Lab in your section · 45 min") { When = WhenKind.MustAttend, WhenText = "Be there · Thu 17:00", State = "Thu 17:00", Tone = Tone.Now },
        new(ActivityKind.Discussion, "Where does n = 30 come from?", "#", "9 posts · 25 min") { When = WhenKind.AnyTime, WhenText = "Any time · by Sun 23:59", State = "2 replies to you", Tone = Tone.Course, StateIcon = "corner-down-right" },
        new(ActivityKind.Quiz, "Checkpoint 9, standard error", "#", "10 questions · 25 min · 2 attempts") { When = WhenKind.AnyTime, WhenText = "Any time · by Sun 23:59", State = "Not started" },
        new(ActivityKind.Assignment, "Problem set 7", "#", "10 questions · 1 h 30 min") { When = WhenKind.AnyTime, WhenText = "Was due Sun 22 Nov", State = "Overdue", Tone = Tone.Bad, StateIcon = "circle-alert" },
        new(ActivityKind.Reading, "Still being written", null, "Reading · draft") { State = "Draft", Tone = Tone.Warn, StateIcon = "eye-off", IsDraft = true },
    ];

    public IReadOnlyList<string> HueNames { get; } = Hues.All;

    private static readonly string[] Weeks =
        ["Data", "Centre", "Spread", "Shape", "Chance", "Rules", "Variables", "Variance", "Sampling", "Intervals", "Tests", "Review"];

    public IActionResult OnGet() => settings.Development ? Page() : NotFound();
}
