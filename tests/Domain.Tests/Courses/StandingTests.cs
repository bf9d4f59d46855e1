using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Tests.Courses;

public class StandingTests
{
    private static readonly Instant Six = Instant.FromUtc(2026, 11, 24, 17, 0);
    private static readonly LiveHours Class = new(Six, Six + Duration.FromMinutes(75));
    private static readonly Window Week = new(Six - Duration.FromDays(1), Six + Duration.FromDays(5), Six + Duration.FromDays(6));

    [Theory]
    [InlineData(-2880, Standing.NotYetOpen)]
    [InlineData(-8, Standing.StartsSoon)]
    [InlineData(0, Standing.LiveNow)]
    [InlineData(74, Standing.LiveNow)]
    [InlineData(75, Standing.NotStarted)]
    [InlineData((5 * 1440) + 1, Standing.Overdue)]
    [InlineData(6 * 1440, Standing.Missed)]
    public void A_class_is_live_in_its_hours_and_to_be_replayed_after(int minutes, Standing standing) =>
        Assert.Equal(standing, StandingRules.Of(Week, Class, isDone: false, isSeen: false, Six + Duration.FromMinutes(minutes)));

    [Theory]
    [InlineData(-2, Standing.NotYetOpen)]
    [InlineData(0, Standing.Started)]
    [InlineData(5.5, Standing.Overdue)]
    [InlineData(7, Standing.Missed)]
    public void Something_begun_is_started_until_it_is_overdue(double days, Standing standing) =>
        Assert.Equal(standing, StandingRules.Of(Week, null, isDone: false, isSeen: true, Six + Duration.FromDays(days)));

    [Fact]
    public void What_is_done_stays_done_after_it_closed() =>
        Assert.Equal(Standing.Done, StandingRules.Of(Week, Class, isDone: true, isSeen: true, Six + Duration.FromDays(30)));

    [Fact]
    public void What_nobody_touched_is_not_started() =>
        Assert.Equal(Standing.NotStarted, StandingRules.Of(default, null, isDone: false, isSeen: false, Six));
}
