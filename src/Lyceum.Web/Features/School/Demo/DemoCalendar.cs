using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>
/// Turns the authors' times into instants so that the ninth week is the one of the first start. "Tue 18:00" stands in the week of its
/// module; "-38h", "-20d" and "+3d 23:59" count from the first start. Local times are of <paramref name="zone"/>.
/// </summary>
public sealed partial class DemoCalendar(Instant now, DateTimeZone zone)
{
    public const int ThisWeek = 9;
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public Instant Now => now;

    /// <summary>On the first full minute that is five minutes away or more.</summary>
    public Instant LiveClass { get; } = Instant.FromUnixTimeSeconds(((now + Duration.FromMinutes(5)).ToUnixTimeSeconds() + 59) / 60 * 60);

    /// <summary>The week of the class that starts in five minutes, which at midnight on a Sunday is the next one.</summary>
    private LocalDate ThisMonday => LiveClass.InZone(zone).Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    public LocalDate Monday(int week) => ThisMonday.PlusWeeks(week - ThisWeek);

    public Instant At(int week, string when)
    {
        if (Relative().Match(when) is { Success: true } relative) return FromNow(relative);
        var parts = when.Split(' ');
        var day = Array.IndexOf(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], parts[0][..3]);
        return Local(Monday(week).PlusDays(day), parts[1]);
    }

    private Instant FromNow(Match relative)
    {
        var amount = int.Parse(relative.Groups["amount"].Value, CultureInfo.InvariantCulture);
        if (relative.Groups["unit"].Value == "h") return now + Duration.FromHours(amount);
        var time = relative.Groups["time"].Value;
        var day = now.InZone(zone).Date.PlusDays(amount);
        return time.Length > 0 ? Local(day, time) : now + Duration.FromDays(amount);
    }

    /// <summary>23:59 is the last second of that minute, as a deadline says it.</summary>
    private Instant Local(LocalDate day, string time) =>
        day.At(Time.Parse(time).Value).InZoneLeniently(zone).ToInstant() + (time == "23:59" ? Duration.FromSeconds(59) : Duration.Zero);

    [GeneratedRegex(@"^(?<amount>[+-]\d+)(?<unit>[hd])(?: (?<time>\d\d:\d\d))?$")]
    private static partial Regex Relative();
}
