using NodaTime;

namespace Lyceum.Domain.Courses;

public enum WindowState { NotYetOpen, Open, PastDue, Closed }

public static class WindowStates
{
    /// <summary>The moment of opening is inside, the moment of being due still is in time, the moment of closing is outside.</summary>
    public static WindowState StateAt(this Window window, Instant now) =>
        now < window.Opens ? WindowState.NotYetOpen
        : now >= window.Closes ? WindowState.Closed
        : window.IsLateAt(now) ? WindowState.PastDue
        : WindowState.Open;
}

/// <summary>A window as the instructor types it: wall-clock times in the course's zone.</summary>
public readonly record struct LocalWindow(LocalDateTime? Opens, LocalDateTime? Due, LocalDateTime? Closes)
{
    /// <summary>
    /// In the hour that a change to summer time skips, a time moves on by the length of the gap; in the hour that comes twice, the first is
    /// meant.
    /// </summary>
    public Window In(DateTimeZone zone) => new(At(Opens, zone), At(Due, zone), At(Closes, zone));

    public static LocalWindow Of(Window window, DateTimeZone zone) => new(In(window.Opens, zone), In(window.Due, zone), In(window.Closes, zone));

    private static Instant? At(LocalDateTime? local, DateTimeZone zone) => local is { } time ? zone.AtLeniently(time).ToInstant() : null;
    private static LocalDateTime? In(Instant? instant, DateTimeZone zone) => instant?.InZone(zone).LocalDateTime;
}
