using Lyceum.Data.Courses;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Shared;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>
/// Something that a student would stumble over; <paramref name="Reason"/> is a sentence about <paramref name="Title"/>. A hint is what one
/// may well leave as it is.
/// </summary>
public sealed record StillToDo(OutlineModule Module, OutlineActivity? Activity, string Title, string Reason)
{
    private const int Most = 12;

    public bool IsHint { get; private init; }
    /// <summary>It is mended where the content is written, not in the inspector.</summary>
    public bool IsInContent { get; private init; }
    /// <summary>For a reason that counts.</summary>
    public int? Count { get; private init; }

    public string Says(Words words) =>
        Count is { } count ? words["{0}: {1}", Title, words.Count("no answer key for {0} question", "no answer key for {0} questions", count)] : words[Reason, Title];

    /// <summary>The activities of which the content matters: those of this week and later, what is past does not nag.</summary>
    public static IReadOnlyList<Guid> Concerned(CourseOutline outline, Instant now) =>
        [.. ToCome(outline, now).SelectMany(module => module.Activities).Select(activity => activity.Id)];

    /// <summary>In the order of the course, hints last.</summary>
    public static IReadOnlyList<StillToDo> In(CourseOutline outline, CourseGaps gaps, Instant now)
    {
        var today = now.InZone(outline.Zone).Date;
        return [.. ToCome(outline, now).SelectMany(module => Of(module, gaps, today, now)).OrderBy(todo => todo.IsHint).Take(Most)];
    }

    private static IEnumerable<OutlineModule> ToCome(CourseOutline outline, Instant now)
    {
        var today = now.InZone(outline.Zone).Date;
        return outline.Modules.Where(module => !(module.EndsOn < today));
    }

    private static IEnumerable<StillToDo> Of(OutlineModule module, CourseGaps gaps, LocalDate today, Instant now)
    {
        if (module.Activities.Count == 0) yield return new(module, null, module.Title, "{0} is empty");
        foreach (var activity in module.Activities)
        {
            if (activity is { IsLive: true, Live: null }) yield return new(module, activity, activity.Title, "{0} has no time yet");
            if (!activity.IsPublished && module.StartsOn <= today) yield return new(module, activity, activity.Title, "{0} is still a draft, and its week has begun");
            if (InContent(module, activity, gaps) is { } lacks) yield return lacks;
            if (activity.EffortMinutes == 0) yield return new(module, activity, activity.Title, "{0} has no effort, so the week looks lighter than it is");
            if (activity is { IsPublished: true, Window.Due: { } due } && module.StartsOn > today && due < now) yield return new(module, activity, activity.Title, "{0} was due before its week begins");
        }
    }

    private static StillToDo? InContent(OutlineModule module, OutlineActivity activity, CourseGaps gaps)
    {
        return activity.Kind switch
        {
            ActivityKind.Reading when !gaps.Read.Contains(activity.Id) => Lacks("{0} has nothing to read yet"),
            ActivityKind.Lecture when !gaps.Recorded.TryGetValue(activity.Id, out _) => Lacks("{0} has no recording yet"),
            ActivityKind.Lecture when !gaps.Recorded[activity.Id] => Lacks("{0} has no captions"),
            ActivityKind.Quiz when !gaps.Questions.ContainsKey(activity.Id) => Lacks("{0} has no questions yet"),
            ActivityKind.Quiz when gaps.Questions[activity.Id] is > 0 and var without => Lacks("") with { Count = without },
            ActivityKind.Assignment when activity.Points is null => Lacks("{0} has no points, so it is not graded") with { IsHint = true, IsInContent = false },
            ActivityKind.ClassSession when activity.Live is not null && !gaps.Decks.Contains(activity.Id) => Lacks("{0} has no deck to show") with { IsHint = true },
            _ => null,
        };

        StillToDo Lacks(string reason) => new(module, activity, activity.Title, reason) { IsInContent = true };
    }
}
