using Lyceum.Data.Courses;
using Lyceum.Data.Today;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Today;
using Lyceum.Web.Features.Courses;
using NodaTime;

namespace Lyceum.Web.Features.Today;

/// <summary>An activity of one of the reader's courses, and where they are with it.</summary>
public sealed record OwnActivity(OwnCourse In, IReadOnlyList<OutlinePerson> Teachers, OutlineModule Module, OutlineActivity Activity, OwnClass? Class, ActivityProgress? Progress)
{
    public bool IsDone => Progress?.DoneAt is not null;
    public double Fraction => IsDone ? 1 : Progress?.FractionDone ?? 0;
    public int Minutes => Class?.Minutes ?? Activity.EffortMinutes;
    public int MinutesLeft => (int)Math.Ceiling(Minutes * (1 - Fraction));
    public string? Instructor => Teachers.FirstOrDefault(person => person.Role == CourseRole.Instructor)?.Name;
    public string Hue => In.Course.Hue;
    public string Url => ActivityLinks.Of(In.Course.Slug, Activity.Kind, Activity.Id);
}

/// <summary>One week of one person over all their courses, in their zone.</summary>
public sealed class OwnWeek
{
    private readonly DateTimeZone zone;

    public OwnWeek(LocalDate monday, DateTimeZone zone, Instant now, IReadOnlyList<OwnCourse> courses, IReadOnlyList<OwnActivity> activities)
    {
        (Monday, this.zone, Now, Courses, Activities) = (monday, zone, now, courses, activities);
        Classes = activities.Where(one => one.Class is { } held && IsInWeek(held.Starts)).OrderBy(one => one.Class!.Starts).ToList();
        Works = activities.Where(IsWorkOfWeek).ToList();
        Plan = WeekPlan.Spread(monday, Works.Select(WorkOf), Classes.Select(one => StretchOf(one.Class!)));
    }

    public LocalDate Monday { get; }
    public Instant Now { get; }
    public IReadOnlyList<OwnCourse> Courses { get; }
    public IReadOnlyList<OwnActivity> Activities { get; }
    /// <summary>Those that start in this week.</summary>
    public IReadOnlyList<OwnActivity> Classes { get; }
    /// <summary>What is to be done in this week at one's own time.</summary>
    public IReadOnlyList<OwnActivity> Works { get; }
    public IReadOnlyDictionary<Guid, Stretch> Plan { get; }

    /// <summary>The class that is on, or else the next; of this week or later.</summary>
    public OwnActivity? NextClass => Activities.Where(one => one.Class is { } held && !held.IsOverAt(Now)).MinBy(one => one.Class!.Starts);

    /// <summary>Something is to be learned this week; who only teaches has no plan.</summary>
    public bool HasPlan => Works.Count > 0 || Classes.Any(one => !one.In.Teaches);

    public int MinutesLeft => Works.Sum(one => one.MinutesLeft) + Classes.Where(one => !one.In.Teaches && !one.IsDone && !one.Class!.IsOverAt(Now)).Sum(one => one.Minutes);

    /// <summary>Minutes done more (or, below 0, fewer) than the plan and the classes up to now ask for.</summary>
    public int MinutesAhead
    {
        get
        {
            var all = Works.Concat(Classes.Where(one => !one.In.Teaches)).ToList();
            var asked = all.Where(one => (one.Class is { } held ? held.Ends : InstantOf(Plan[one.Activity.Id].End)) <= Now).Sum(one => one.Minutes);
            return all.Sum(one => one.Minutes - one.MinutesLeft) - asked;
        }
    }

    public LocalDateTime Local(Instant at) => at.InZone(zone).LocalDateTime;
    public Stretch StretchOf(OwnClass held) => new(Local(held.Starts), Local(held.Ends));

    private Instant InstantOf(LocalDateTime local) => zone.AtLeniently(local).ToInstant();
    private bool IsInWeek(Instant at) => IsInWeek(Local(at).Date);
    private bool IsInWeek(LocalDate date) => date >= Monday && date < Monday.PlusDays(7);

    private bool IsWorkOfWeek(OwnActivity one) =>
        one.In.Role == CourseRole.Student && !one.Activity.IsLive && one.Activity.EffortMinutes > 0
        && (one.Activity.Window.Due is { } due ? IsInWeek(due) : one.Module is { StartsOn: { } starts, EndsOn: { } ends } && starts < Monday.PlusDays(7) && ends >= Monday);

    private OwnWork WorkOf(OwnActivity one)
    {
        var sunday = Monday.PlusDays(6).At(new LocalTime(21, 0));
        var until = one.Activity.Window.Due is { } due && Local(due) < sunday ? Local(due) : sunday;
        var opens = one.Activity.Window.Opens is { } at ? Local(at).Date : Monday;
        return new(one.Activity.Id, one.Activity.EffortMinutes, LocalDate.Min(LocalDate.Max(opens, Monday), until.Date), until);
    }
}
