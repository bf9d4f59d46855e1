using Lyceum.Data.Courses;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>Something that a student would stumble over; <paramref name="Reason"/> is a sentence about <paramref name="Title"/>.</summary>
public sealed record StillToDo(OutlineModule Module, OutlineActivity? Activity, string Title, string Reason)
{
    /// <summary>In the order of the course, from this week on: what is past does not nag.</summary>
    public static IReadOnlyList<StillToDo> In(CourseOutline outline, Instant now)
    {
        var today = now.InZone(outline.Zone).Date;
        return outline.Modules.Where(module => !(module.EndsOn < today)).SelectMany(module => Of(module, today, now)).Take(8).ToList();
    }

    private static IEnumerable<StillToDo> Of(OutlineModule module, LocalDate today, Instant now)
    {
        if (module.Activities.Count == 0) yield return new(module, null, module.Title, "{0} is empty");
        foreach (var activity in module.Activities)
        {
            if (activity is { IsLive: true, Live: null }) yield return new(module, activity, activity.Title, "{0} has no time yet");
            if (!activity.IsPublished && module.StartsOn <= today) yield return new(module, activity, activity.Title, "{0} is still a draft, and its week has begun");
            if (activity.EffortMinutes == 0) yield return new(module, activity, activity.Title, "{0} has no effort, so the week looks lighter than it is");
            if (activity is { IsPublished: true, Window.Due: { } due } && module.StartsOn > today && due < now) yield return new(module, activity, activity.Title, "{0} was due before its week begins");
        }
    }
}
