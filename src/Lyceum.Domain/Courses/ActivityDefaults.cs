using NodaTime;

namespace Lyceum.Domain.Courses;

/// <summary>What a new activity starts with, so that an instructor changes two fields instead of filling in seven.</summary>
public static class ActivityDefaults
{
    private static readonly LocalTime EndOfDay = new(23, 59);

    public static (string Title, int EffortMinutes, decimal? Points) For(ActivityKind kind) => kind switch
    {
        ActivityKind.Reading => ("Untitled reading", 20, null),
        ActivityKind.Lecture => ("Untitled lecture", 30, null),
        ActivityKind.ClassSession => ("Untitled class", 60, null),
        ActivityKind.Assignment => ("Untitled assignment", 60, 10),
        ActivityKind.Quiz => ("Untitled quiz", 20, 10),
        _ => ("Untitled discussion", 25, null),
    };

    /// <summary>Due at the end of the module's last day in the course's zone.</summary>
    public static Window WindowIn(Module module, string timeZone) => module.EndsOn is { } last
        ? new LocalWindow(null, last + EndOfDay, null).In(DateTimeZoneProviders.Tzdb[timeZone])
        : default;

    /// <summary>A draft at the end of its module.</summary>
    public static Outcome<Activity> Draft(Module module, ActivityKind kind, string timeZone, int position)
    {
        var (title, effort, points) = For(kind);
        var activity = Activity.New(module, kind, title, position, effort, points);
        if (!activity.IsRefused) activity.Value.Schedule(WindowIn(module, timeZone));
        return activity;
    }
}
