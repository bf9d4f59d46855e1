using Lyceum.Domain.Schedule;
using NodaTime;
using static NodaTime.IsoDayOfWeek;

namespace Lyceum.Domain.Tests.Schedule;

public class WeeklyRuleTests
{
    private static readonly LocalDate January12 = new(2027, 1, 12);

    [Fact]
    public void The_local_time_is_kept_when_the_clocks_change()
    {
        var starts = Spring().Occurrences().Select(o => o.Starts!.Value.ToString()).ToArray();
        Assert.Equal("2027-03-25T17:00:00Z", starts[^3]);
        Assert.Equal("2027-03-30T16:00:00Z", starts[^2]);
        Assert.Equal(24, starts.Length);
    }

    [Fact]
    public void Classes_across_the_autumn_change_keep_their_hour_too()
    {
        var rule = Rule([Tuesday], new(18, 0), "America/New_York", new(2026, 10, 20), 4);
        Assert.Equal(["22", "22", "23", "23"], rule.Occurrences().Select(o => o.Starts!.Value.ToString("HH", null)));
    }

    [Fact]
    public void Across_the_date_line_of_a_southern_summer_it_is_right_as_well()
    {
        var rule = Rule([Sunday], new(9, 0), "Pacific/Auckland", new(2026, 9, 20), 2);
        Assert.Equal(["2026-09-19T21:00:00Z", "2026-09-26T20:00:00Z"], rule.Occurrences().Select(o => o.Starts!.Value.ToString()));
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_held_as_much_later()
    {
        var skipped = Rule([Sunday], new(2, 30), "Europe/Oslo", new(2027, 3, 28), 1).Occurrences().Single();
        Assert.Equal((LocalTimeKind.Skipped, Instant.FromUtc(2027, 3, 28, 1, 30)), (skipped.Kind, skipped.Starts!.Value));
    }

    [Fact]
    public void Of_a_time_that_comes_twice_it_is_the_first()
    {
        var twice = Rule([Sunday], new(2, 30), "Europe/Oslo", new(2026, 10, 25), 1).Occurrences().Single();
        Assert.Equal((LocalTimeKind.Ambiguous, Instant.FromUtc(2026, 10, 25, 0, 30)), (twice.Kind, twice.Starts!.Value));
    }

    [Fact]
    public void A_skipped_date_keeps_its_week_and_has_no_class_and_a_moved_one_is_elsewhere()
    {
        var rule = WeeklyRule.Of([Tuesday, Thursday], new(18, 0), 75, "Europe/Oslo", January12, 12,
            [new Skip(new(2027, 2, 23), "Winter break"), new Move(new(2027, 3, 25), new(2027, 3, 24, 18, 0), "Public holiday")]).Value;
        var occurrences = rule.Occurrences();
        var skipped = occurrences.Single(o => o.State == OccurrenceState.Skipped);
        Assert.Equal((7, (Instant?)null, "Winter break"), (skipped.Week, skipped.Starts, skipped.Reason));
        Assert.Equal(Instant.FromUtc(2027, 3, 24, 17, 0), occurrences.Single(o => o.State == OccurrenceState.Moved).Starts);
    }

    [Fact]
    public void The_first_week_begins_on_its_first_day()
    {
        var rule = Rule([Monday, Tuesday, Friday], new(18, 0), "Europe/Oslo", January12, 2);
        Assert.Equal([(1, 12), (1, 15), (2, 18), (2, 19), (2, 22)], rule.Occurrences().Select(o => (o.Week, o.Date.Day)));
    }

    [Theory]
    [InlineData(4, 75, "Europe/Oslo", "Weeks", 0)]
    [InlineData(4, 2, "Europe/Oslo", "Minutes", 4)]
    [InlineData(4, 75, "Europe/Atlantis", "Zone", 4)]
    public void What_cannot_be_planned_is_refused_by_its_field(int day, int minutes, string zone, string field, int weeks) =>
        Assert.Equal(field, WeeklyRule.Of([(IsoDayOfWeek)day], new(18, 0), minutes, zone, January12, weeks, []).Refusal?.Field);

    [Fact]
    public void An_exception_needs_a_class_to_be_an_exception_of() =>
        Assert.Equal("Exceptions", WeeklyRule.Of([Tuesday], new(18, 0), 75, "Europe/Oslo", January12, 2, [new Skip(new(2027, 1, 13), "")]).Refusal?.Field);

    [Fact]
    public void The_clock_changes_within_a_plan_are_found_in_every_zone()
    {
        var changes = ClockChanges.Between(Instant.FromUtc(2027, 1, 12, 17, 0), Instant.FromUtc(2027, 4, 2, 0, 0), ["Europe/Oslo", "America/New_York", "Asia/Kolkata"]);
        Assert.Equal([("America/New_York", new LocalDate(2027, 3, 14)), ("Europe/Oslo", new LocalDate(2027, 3, 28))], changes.Select(c => (c.Zone, c.Date)));
        Assert.All(changes, c => Assert.True(c.IsToSummer));
    }

    [Fact]
    public void Classes_that_overlap_conflict_and_classes_that_touch_do_not()
    {
        var planned = Rule([Tuesday], new(18, 0), "Europe/Oslo", January12, 2).Occurrences();
        var engagements = new[]
        {
            new Engagement("Thesis defence", "Statistics II", Instant.FromUtc(2027, 1, 12, 16, 0), Instant.FromUtc(2027, 1, 12, 17, 30)),
            new Engagement("Seminar", "Statistics II", Instant.FromUtc(2027, 1, 19, 16, 0), Instant.FromUtc(2027, 1, 19, 17, 0)),
        };
        Assert.Equal("Thesis defence", Conflicts.Find(planned, engagements).Single().With.Title);
    }

    private static WeeklyRule Spring() => Rule([Tuesday, Thursday], new(18, 0), "Europe/Oslo", January12, 12);

    private static WeeklyRule Rule(IsoDayOfWeek[] days, LocalTime at, string zone, LocalDate from, int weeks) => WeeklyRule.Of(days, at, 75, zone, from, weeks, []).Value;
}
