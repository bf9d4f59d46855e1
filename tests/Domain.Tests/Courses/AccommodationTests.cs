using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Tests.Courses;

public class AccommodationTests
{
    private static readonly Instant Due = Instant.FromUtc(2026, 11, 24, 17, 0);
    private readonly Accommodation granted = Accommodation.For(Guid.NewGuid(), Guid.NewGuid());

    [Fact]
    public void What_is_due_and_closes_comes_later_and_what_opens_does_not()
    {
        var window = new Window(Due - Duration.FromDays(7), Due, Due + Duration.FromDays(1)).DueLater(Duration.FromDays(3));
        Assert.Equal(new Window(Due - Duration.FromDays(7), Due + Duration.FromDays(3), Due + Duration.FromDays(4)), window);
        Assert.Equal(default, default(Window).DueLater(Duration.FromDays(3)));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(60 * 24, false)]
    [InlineData(60 * 24 + 1, true)]
    public void Due_dates_come_up_to_sixty_days_later_and_never_sooner(int hours, bool isRefused) =>
        Assert.Equal(isRefused, granted.MoveDeadlines(Duration.FromHours(hours)).IsRefused);

    [Fact]
    public void Nothing_granted_is_nothing_to_keep()
    {
        Assert.True(granted.IsNothing);
        granted.MoveDeadlines(Duration.FromHours(6));
        Assert.False(granted.IsNothing);
    }
}
