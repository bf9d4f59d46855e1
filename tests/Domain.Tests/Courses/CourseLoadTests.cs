using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Tests.Courses;

public class CourseLoadTests
{
    [Fact]
    public void A_course_with_classes_and_readings_is_hybrid()
    {
        var load = CourseLoad.Of([(true, 75), (false, 25), (true, 45), (false, 185)], weeks: 1);
        Assert.Equal(CourseMode.Hybrid, load.Mode);
        Assert.Equal(120, load.LiveMinutesAWeek);
        Assert.Equal(210, load.OwnMinutesAWeek);
    }

    [Fact]
    public void A_course_of_classes_alone_is_live() => Assert.Equal(CourseMode.Live, CourseLoad.Of([(true, 60)], 1).Mode);

    [Fact]
    public void A_course_without_classes_is_self_paced() => Assert.Equal(CourseMode.SelfPaced, CourseLoad.Of([(false, 60)], 1).Mode);

    [Fact]
    public void An_empty_course_asks_for_nothing()
    {
        var load = CourseLoad.Of([], 4);
        Assert.True(load.IsEmpty);
        Assert.Equal(0, load.LiveShare);
    }

    [Theory]
    [InlineData(8 * 75, 8, 75)]
    [InlineData(100, 12, 10)]
    [InlineData(5, 12, 5)]
    [InlineData(1000, 12, 90)]
    public void A_week_is_told_in_quarters_and_never_rounds_to_nothing(int minutes, int weeks, int aWeek) =>
        Assert.Equal(aWeek, CourseLoad.Of([(false, minutes)], weeks).OwnMinutesAWeek);

    [Theory]
    [InlineData("2026-09-28", "2026-12-20", 12)]
    [InlineData("2026-09-28", "2026-09-28", 1)]
    [InlineData("2026-09-28", "2026-10-05", 2)]
    public void Weeks_are_counted_from_the_first_day_to_the_last(string first, string last, int weeks) =>
        Assert.Equal(weeks, CourseLoad.WeeksOf(Day(first), Day(last), modules: 3));

    [Fact]
    public void A_course_without_dates_is_as_long_as_it_has_modules()
    {
        Assert.Equal(6, CourseLoad.WeeksOf(null, null, modules: 6));
        Assert.Equal(1, CourseLoad.WeeksOf(null, null, modules: 0));
        Assert.Equal(6, CourseLoad.WeeksOf(Day("2026-10-05"), Day("2026-09-28"), modules: 6));
    }

    private static LocalDate Day(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
}
