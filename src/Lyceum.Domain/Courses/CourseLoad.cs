using NodaTime;

namespace Lyceum.Domain.Courses;

/// <summary>How a course is taught. Computed from what is scheduled and what is self-paced; nobody sets it.</summary>
public enum CourseMode { Live, SelfPaced, Hybrid }

/// <summary>What a course asks of a student in a week of its own dates, in minutes.</summary>
public sealed record CourseLoad(int LiveMinutesAWeek, int OwnMinutesAWeek, int LiveMinutes, int OwnMinutes, int Weeks)
{
    public CourseMode Mode => (LiveMinutes, OwnMinutes) switch
    {
        ( > 0, > 0) => CourseMode.Hybrid,
        ( > 0, 0) => CourseMode.Live,
        _ => CourseMode.SelfPaced,
    };

    public bool IsEmpty => LiveMinutes == 0 && OwnMinutes == 0;

    /// <summary>The live part of a week, 0 to 1.</summary>
    public double LiveShare => IsEmpty ? 0 : (double)LiveMinutes / (LiveMinutes + OwnMinutes);

    /// <summary>Effort in minutes of everything published; <paramref name="weeks"/> is what it is spread over, at least one.</summary>
    public static CourseLoad Of(IEnumerable<(bool IsLive, int Minutes)> efforts, int weeks)
    {
        int live = 0, own = 0;
        foreach (var (isLive, minutes) in efforts)
        {
            if (isLive)
            {
                live += minutes;
            }
            else
            {
                own += minutes;
            }
        }
        var spread = Math.Max(1, weeks);
        return new(AWeek(live, spread), AWeek(own, spread), live, own, spread);
    }

    /// <summary>Weeks begun between two days, both counted. Without both days a course is as long as it has modules.</summary>
    public static int WeeksOf(LocalDate? startsOn, LocalDate? endsOn, int modules) =>
        startsOn is { } first && endsOn is { } last && last >= first
            ? (Period.DaysBetween(first, last) / 7) + 1
            : Math.Max(1, modules);

    // People plan in quarters of an hour; anything asked for at all must not round to nothing.
    private static int AWeek(int minutes, int weeks)
    {
        var exact = (double)minutes / weeks;
        return minutes == 0 ? 0
            : exact < 15 ? Math.Max(5, 5 * (int)Math.Round(exact / 5))
            : 15 * (int)Math.Round(exact / 15);
    }
}
