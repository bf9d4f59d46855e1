using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Shared;
using NodaTime;

namespace Lyceum.Web.Features.Today;

/// <summary>A line of Due or Continue, in words that are ready to show.</summary>
public sealed record TaskLine(string Hue, string Seed, string Title, string Course, string Url, LocalDate Day, string State, bool IsOverdue, double Fraction);

/// <summary>What waits for the reader, out of their week and the days around it.</summary>
public sealed class Tasks(OwnWeek week, Words words, Times times)
{
    private static readonly Duration Ahead = Duration.FromDays(10), Behind = Duration.FromDays(14);
    private const int MostDue = 6, MostContinued = 2;

    public IReadOnlyList<TaskLine> Due() =>
        [.. week.Activities.Where(IsDue).OrderBy(one => one.Activity.Window.Due).Take(MostDue).Select(one => Line(one, StateOf(one)))];

    public int DueThisWeek() =>
        week.Activities.Count(one => IsDue(one) && week.Local(one.Activity.Window.Due!.Value).Date < week.Monday.PlusDays(7));

    /// <summary>What was begun and left, the latest first.</summary>
    public IReadOnlyList<TaskLine> Continue() =>
        [.. week.Activities.Where(one => one is { IsDone: false, Fraction: > 0 and < 1 } && one.Activity.Window.IsOpenAt(week.Now))
            .OrderByDescending(one => one.Progress!.LastSeenAt).Take(MostContinued).Select(one => Line(one, words["{0} left", LeftOf(one)]))];

    private bool IsDue(OwnActivity one) =>
        !one.IsDone && one.In.Role == CourseRole.Student && one.Activity.Window is { Due: { } due } window
        && due > week.Now - Behind && due < week.Now + Ahead && window.IsOpenAt(week.Now)
        && (one.Class is null ? !one.Activity.IsLive : one.Class.IsOverAt(week.Now));

    private TaskLine Line(OwnActivity one, string state) => new(
        one.Hue, one.In.Course.Slug, one.Activity.Title, one.In.Course.Title, one.Url,
        week.Local(one.Activity.Window.Due ?? week.Now).Date, state, one.Activity.Window.IsLateAt(week.Now), one.Fraction);

    private string StateOf(OwnActivity one) => one switch
    {
        _ when one.Activity.Window.IsLateAt(week.Now) => words["overdue"],
        { Class: not null } => words["replay it"],
        { Activity.Kind: ActivityKind.Quiz, Progress: { UnitsTotal: { } all and > 0, UnitsDone: var done } } => words["{0} of {1} answered", done ?? 0, all],
        { Fraction: > 0, MinutesLeft: > 0 } => words["{0} left to do", times.Span(one.MinutesLeft)],
        { Progress: not null } => words["started"],
        _ => words["not started"],
    };

    private string LeftOf(OwnActivity one) => one is { Activity.Kind: ActivityKind.Lecture, Progress: { UnitsTotal: { } all, UnitsDone: var done } }
        ? Times.Offset(all - (done ?? 0))
        : times.Span(Math.Max(1, one.MinutesLeft));
}
