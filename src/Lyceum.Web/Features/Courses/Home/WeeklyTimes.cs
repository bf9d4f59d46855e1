using System.Globalization;
using Lyceum.Data.Courses;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>A time of the week at which classes meet, in one zone: "Tue 18:00", how often, and the next of them.</summary>
public sealed record WeeklyTime(string Text, int Times, Instant Sample);

public static class WeeklyTimes
{
    /// <summary>Most frequent first. A change of clocks in one zone and not in the other makes two times of one, which is what the reader will live.</summary>
    public static IReadOnlyList<WeeklyTime> Of(CourseOutline outline, DateTimeZone zone, Instant now) =>
        outline.Activities.Where(activity => activity.Live is not null)
            .Select(activity => (activity.Live!.StartsAt, Local: activity.Live.StartsAt.InZone(zone).LocalDateTime))
            .GroupBy(one => (one.Local.DayOfWeek, one.Local.TimeOfDay))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.DayOfWeek).ThenBy(group => group.Key.TimeOfDay)
            .Select(group => new WeeklyTime(
                group.First().Local.ToString("ddd HH:mm", CultureInfo.CurrentCulture), group.Count(),
                group.Select(one => one.StartsAt).OrderBy(at => at < now).ThenBy(at => at).First()))
            .ToList();
}
