using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Tests.Courses;

public class WindowStateTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 11, 24, 9, 0);
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    [Fact]
    public void The_due_moment_still_is_in_time_and_the_closing_moment_is_not()
    {
        var window = new Window(Nine, Nine + Hour, Nine + Hour + Hour);
        Assert.Equal(WindowState.NotYetOpen, window.StateAt(Nine - Duration.Epsilon));
        Assert.Equal(WindowState.Open, window.StateAt(Nine));
        Assert.Equal(WindowState.Open, window.StateAt(Nine + Hour));
        Assert.Equal(WindowState.PastDue, window.StateAt(Nine + Hour + Duration.Epsilon));
        Assert.Equal(WindowState.Closed, window.StateAt(Nine + Hour + Hour));
        Assert.Equal(WindowState.Open, default(Window).StateAt(Nine));
    }

    [Theory]
    [InlineData(3, 29, 2, 30, 1, 30)]
    [InlineData(10, 25, 2, 30, 0, 30)]
    [InlineData(11, 24, 18, 0, 17, 0)]
    public void A_wall_clock_time_is_read_in_the_courses_zone(int month, int day, int hour, int minute, int utcHour, int utcMinute)
    {
        var typed = new LocalWindow(null, new LocalDateTime(2026, month, day, hour, minute), null);
        Assert.Equal(new Window(null, Instant.FromUtc(2026, month, day, utcHour, utcMinute), null), typed.In(Oslo));
    }

    [Fact]
    public void What_is_shown_in_the_form_is_what_was_saved()
    {
        var window = new Window(Nine, Nine + Hour, null);
        Assert.Equal(window, LocalWindow.Of(window, Oslo).In(Oslo));
    }
}
