using Lyceum.Domain.Classes;
using Lyceum.Domain.Lectures;
using NodaTime;

namespace Lyceum.Domain.Tests.Lectures;

public class LectureWatchTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 17, 0);
    private readonly LectureWatch watch = LectureWatch.Begin(Guid.NewGuid(), Guid.NewGuid(), Start);

    private void Report(int fromSeconds, int untilSeconds, int afterSeconds) =>
        watch.Report([new WatchedInterval(fromSeconds * 1000L, untilSeconds * 1000L)], untilSeconds, 600, Start + Duration.FromSeconds(afterSeconds));

    [Fact]
    public void Watching_a_part_twice_counts_it_once()
    {
        Report(0, 60, 60);
        Report(30, 90, 120);
        Assert.Equal(90_000, watch.WatchedMs);
        Assert.Equal(0.15, watch.FractionOf(600));
        Assert.Equal(90, watch.Position);
    }

    [Fact]
    public void A_repeated_report_changes_nothing()
    {
        Report(0, 60, 60);
        Report(0, 60, 61);
        Assert.Equal(60_000, watch.WatchedMs);
    }

    [Fact]
    public void Nobody_claims_ten_minutes_after_half_a_minute()
    {
        Report(0, 600, 30);
        Assert.Equal(0, watch.WatchedMs);
        Report(0, 90, 40);
        Assert.Equal(90_000, watch.WatchedMs);
    }

    [Fact]
    public void What_lies_behind_the_end_does_not_count()
    {
        Report(590, 700, 200);
        Assert.Equal(10_000, watch.WatchedMs);
    }
}
