using System.Collections.Concurrent;
using Lyceum.Data.Courses;
using Lyceum.Web.Features.Shared;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>A course page as all its students of one section, with one language and zone, get it, true from one instant to just before another.</summary>
public sealed record CourseSkeleton(PageSkeleton Page, CourseOutline Outline, Instant From, Instant Until);

/// <summary>The course pages drawn lately. One is good for a version of its course, and until a time that stands on it comes.</summary>
public sealed class CourseSkeletons
{
    private const int Most = 200;
    /// <summary>How long before or after a time what the page says of it changes.</summary>
    private static readonly Duration[] Changes = [Duration.Zero, -NearClass.CountsDown, -NearClass.IsOpen, -CourseRows.Near, CourseRows.Near];
    private readonly ConcurrentDictionary<Readers, CourseSkeleton> known = new();

    public CourseSkeleton? Find(CourseGlance glance, Instant now) =>
        known.TryGetValue(ReadersOf(glance), out var drawn) && drawn.Outline.Course.Version == glance.Version && drawn.From <= now && now < drawn.Until ? drawn : null;

    public CourseSkeleton Keep(CourseGlance glance, CourseOutline outline, string html, Instant now)
    {
        if (known.Count >= Most) known.Clear();
        return known[ReadersOf(glance)] = new(new PageSkeleton(html), outline, now, NextChange(outline, now));
    }

    internal static Instant NextChange(CourseOutline outline, Instant now)
    {
        var next = outline.Zone.AtStartOfDay(now.InZone(outline.Zone).Date.PlusDays(1)).ToInstant();
        foreach (var time in outline.Activities.SelectMany(TimesOf))
        {
            foreach (var change in Changes)
                if (time + change > now) next = Instant.Min(next, time + change);
        }
        return next;
    }

    private static IEnumerable<Instant> TimesOf(OutlineActivity one) =>
        new[] { one.Live?.StartsAt, one.Live?.EndsAt, one.Window.Due, one.Window.Closes }.OfType<Instant>();

    private static Readers ReadersOf(CourseGlance glance) => new(glance.CourseId, glance.TimeZone, glance.Language, glance.School, glance.SectionId);

    private readonly record struct Readers(Guid CourseId, string TimeZone, string Language, string? School, Guid? SectionId);
}
