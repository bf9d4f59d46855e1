using Lyceum.Data.Courses;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Html;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>Activities as rows, in the reader's words and zone.</summary>
public sealed class CourseRows(Course course, Dictionary<Guid, OwnStanding> own, Words words, Times times)
{
    /// <summary>For those who teach: whether it is out, instead of how far they are themselves.</summary>
    public bool ForTeachers { get; init; }
    /// <summary>How many stand in the lobby of a class, for those who teach.</summary>
    public IReadOnlyDictionary<Guid, int> Waiting { get; init; } = new Dictionary<Guid, int>();
    /// <summary>Who gives the classes.</summary>
    public string? Teacher { get; init; }

    public static readonly Duration Near = Duration.FromDays(6);

    private Standing StandingOf(OutlineActivity activity)
    {
        var mine = own.GetValueOrDefault(activity.Id);
        return StandingRules.Of(activity.Window, activity.Live, mine?.IsDone == true, mine?.IsSeen == true, times.Now);
    }

    /// <summary>What all readers see of it; <paramref name="state"/> is the reader's own.</summary>
    public ActivityRow Row(OutlineActivity activity, IHtmlContent state) => new(activity.Kind, activity.Title, ActivityLinks.Of(course.Slug, activity.Kind, activity.Id), Meta(activity))
    {
        When = activity.IsLive ? WhenKind.Live : WhenKind.AnyTime,
        WhenText = When(activity),
        IsDraft = !activity.IsPublished,
        Own = state,
    };

    /// <summary>A row that knows its state alone.</summary>
    public ActivityRow StateOf(OutlineActivity activity)
    {
        var standing = StandingOf(activity);
        var mine = own.GetValueOrDefault(activity.Id);
        var row = new ActivityRow(activity.Kind, activity.Title, null, "");
        if (!activity.IsPublished) return row with { State = words["Draft"], StateIcon = "eye-off" };
        if (Waiting.TryGetValue(activity.Id, out var waiting)) return row with { State = words.Count("{0} in the lobby", "{0} in the lobby", waiting), StateIcon = "users", Tone = Tone.Now };
        if (ForTeachers) return standing == Standing.LiveNow ? row with { State = words["Live now"], Tone = Tone.Now } : row;
        row = row with { State = State(activity, standing, mine), Tone = ToneOf(standing), StateIcon = StateIcon(standing) };
        return standing == Standing.Started && mine is not null ? Begun(row, mine) : row;
    }

    /// <summary>"10 questions · 25 min · 2 attempts"</summary>
    public string Meta(OutlineActivity activity) => string.Join(" · ", ((string?[])
        [What(activity), ForTeachers ? activity.Section : null, activity.EffortMinutes == 0 ? null : times.Span(activity.EffortMinutes), Behind(activity.Contents)]).OfType<string>());

    private string What(OutlineActivity activity) => activity switch
    {
        { Contents.Questions: > 0 and var questions } => words.Count("{0} question", "{0} questions", questions),
        { Contents.Posts: > 0 and var posts } => words.Count("{0} post", "{0} posts", posts),
        { Contents.IsVideo: { } isVideo } => isVideo ? words["Video"] : words["Audio"],
        { IsLesson: true } => words["Lesson"],
        { IsLive: true } when Teacher is not null => words["Class with {0}", Teacher],
        _ => KindWord(activity.Kind),
    };

    private string? Behind(ActivityContents contents) => contents switch
    {
        { Questions: > 0, Attempts: > 1 and var attempts } => words.Count("{0} attempt", "{0} attempts", attempts),
        { Replayed: > 0 and var replayed } => words["{0} by replay", replayed],
        _ => null,
    };

    public string KindWord(ActivityKind kind) => kind switch
    {
        ActivityKind.Reading => words["Reading"],
        ActivityKind.Lecture => words["Lecture"],
        ActivityKind.ClassSession => words["Class session"],
        ActivityKind.Assignment => words["Assignment"],
        ActivityKind.Quiz => words["Quiz"],
        _ => words["Discussion"],
    };

    private string When(OutlineActivity activity) => activity switch
    {
        { Live: { } live } => words["Live · {0}", Moment(live.StartsAt)],
        { IsLive: true } => words["Live · time to come"],
        { Window.Due: { } due } => words["Any time · by {0}", Moment(due)],
        { Window.Closes: { } closes } => words["Any time · until {0}", Moment(closes)],
        _ => words["Any time"],
    };

    /// <summary>"Tue 18:00" this week, "Tue 24 Nov 18:00" otherwise.</summary>
    public string Moment(Instant at) =>
        at > times.Now - Near && at <= times.Now + Near ? times.DayAndClock(at) : times.Short(at);

    private string State(OutlineActivity activity, Standing standing, OwnStanding? mine) => standing switch
    {
        Standing.Done => Done(activity, mine),
        Standing.LiveNow => words["Live now"],
        Standing.StartsSoon => StartsIn(activity.Live!.StartsAt - times.Now),
        Standing.NotYetOpen => words["Opens {0}", times.Day((activity.Live?.StartsAt ?? activity.Window.Opens)!.Value)],
        Standing.Overdue => words["Overdue"],
        Standing.Missed => words["Closed"],
        Standing.Started => words["Started"],
        _ => activity.Live is not null ? words["Replay it"] : words["Not started"],
    };

    private string Done(OutlineActivity activity, OwnStanding? mine) => mine switch
    {
        { Score: { } score, Grade: GradeState.Scored } when activity.Points is { } points => words["{0} of {1}", $"{score:0.##}", $"{points:0.##}"],
        _ => activity.Kind switch
        {
            ActivityKind.Reading => words["Read"],
            ActivityKind.Lecture => words["Watched"],
            ActivityKind.ClassSession => activity.IsLesson ? words["Watched"] : words["Attended"],
            ActivityKind.Assignment => words["Handed in"],
            ActivityKind.Quiz => words["Handed in"],
            _ => words["Took part"],
        },
    };

    private string StartsIn(Duration left) => left < Duration.FromHours(1)
        ? words["Starts in {0} min", (int)Math.Ceiling(left.TotalMinutes)]
        : words["Starts in {0}", times.Span((int)Math.Ceiling(left.TotalMinutes))];

    private ActivityRow Begun(ActivityRow row, OwnStanding mine) => mine switch
    {
        { UnitsTotal: > 0 } when row.Kind == ActivityKind.Lecture => row with
        {
            State = words["{0} left", Times.Offset(mine.UnitsTotal!.Value - (mine.UnitsDone ?? 0))],
            Fraction = mine.Fraction,
        },
        { UnitsTotal: > 0 } => row with
        {
            State = words["{0} of {1}", mine.UnitsDone ?? 0, mine.UnitsTotal!.Value],
            UnitsDone = mine.UnitsDone ?? 0,
            UnitsTotal = mine.UnitsTotal.Value,
        },
        { Fraction: > 0 } => row with { Fraction = mine.Fraction },
        _ => row,
    };

    private static Tone ToneOf(Standing standing) => standing switch
    {
        Standing.Done => Tone.Good,
        Standing.LiveNow or Standing.StartsSoon => Tone.Now,
        Standing.Overdue => Tone.Warn,
        _ => Tone.Quiet,
    };

    private static string? StateIcon(Standing standing) => standing switch
    {
        Standing.Done => "circle-check",
        Standing.Overdue => "clock",
        _ => null,
    };
}
