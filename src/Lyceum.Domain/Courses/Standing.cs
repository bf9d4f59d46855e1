using NodaTime;

namespace Lyceum.Domain.Courses;

/// <summary>Where one student stands with one activity.</summary>
public enum Standing { NotYetOpen, StartsSoon, LiveNow, NotStarted, Started, Done, Overdue, Missed }

/// <summary>The hours of a live class, UTC.</summary>
public sealed record LiveHours(Instant StartsAt, Instant EndsAt);

public static class StandingRules
{
    private static readonly Duration Soon = Duration.FromHours(12);

    /// <summary>
    /// What is done stays done whatever the window says; what is live now comes before everything else that is not done.
    /// A class that is over but may be replayed until it closes counts as not started, not as missed.
    /// </summary>
    public static Standing Of(Window window, LiveHours? live, bool isDone, bool isSeen, Instant now)
    {
        if (isDone)
        {
            return Standing.Done;
        }
        if (live is not null && now < live.EndsAt)
        {
            return now >= live.StartsAt ? Standing.LiveNow
                : live.StartsAt - now <= Soon ? Standing.StartsSoon
                : Standing.NotYetOpen;
        }
        return window.StateAt(now) switch
        {
            WindowState.NotYetOpen => Standing.NotYetOpen,
            WindowState.Closed => Standing.Missed,
            WindowState.PastDue => Standing.Overdue,
            _ => isSeen ? Standing.Started : Standing.NotStarted,
        };
    }
}
