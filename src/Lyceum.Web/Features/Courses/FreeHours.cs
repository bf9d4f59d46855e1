using Lyceum.Data.Courses;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>The classes of a course for a reader's browser to hold beside the hours that they are free.</summary>
public static class FreeHours
{
    /// <summary>
    /// "1764003600:75 1764608400:75 | 1764090000:75": start in seconds since 1970 and minutes, of each class to come (of all, when all are
    /// over); parted by "|" what is asked of each section, since nobody is in two.
    /// </summary>
    public static string ClassesOf(CourseOutline outline, Instant now)
    {
        var all = outline.Activities.Where(activity => activity.Live is not null).ToList();
        var ahead = all.FindAll(activity => activity.Live!.StartsAt > now);
        var classes = ahead.Count > 0 ? ahead : all;
        var sections = classes.Select(activity => activity.SectionId).Where(section => section is not null).Distinct().DefaultIfEmpty();
        return string.Join(" | ", sections.Select(section => string.Join(' ', classes.Where(activity => activity.IsFor(section))
            .Select(activity => $"{activity.Live!.StartsAt.ToUnixTimeSeconds()}:{(int)(activity.Live.EndsAt - activity.Live.StartsAt).TotalMinutes}"))));
    }
}
