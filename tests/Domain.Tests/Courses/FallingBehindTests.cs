using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Tests.Courses;

public class FallingBehindTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 17, 0);

    private static ExpectedWork Work(int week, double done, ActivityKind kind = ActivityKind.Assignment, decimal? score = null) =>
        new(week, $"PS {week}", kind, 60, Now - Duration.FromDays(7 * (9 - week)), done, null, score);

    private static ExpectedWork Class(int week, ClassPresence presence) =>
        new(week, $"Class {week}", ActivityKind.ClassSession, 90, Now - Duration.FromDays(7 * (9 - week)), presence is ClassPresence.Live or ClassPresence.Replay ? 1 : 0, presence);

    private static NeedFound Of(params ExpectedWork[] works) => FallingBehind.Of(works, Now - Duration.FromDays(1), Now);

    [Fact]
    public void Who_stopped_handing_in_is_first_and_it_says_since_when() =>
        Assert.Equal(new NeedFound(Need.First, NeedReason.StoppedHandingIn, 3, "PS 6"), Of(Work(4, 1), Work(5, 1), Work(6, 0), Work(7, 0.4), Work(8, 0)));

    [Fact]
    public void A_gap_that_was_closed_is_no_stop() => Assert.Equal(new NeedFound(Need.Watch, NeedReason.BehindWork, 2), Of(Work(5, 0), Work(6, 0), Work(7, 1)));

    [Fact]
    public void Missing_the_last_classes_without_a_replay_comes_first_and_now_and_then_later()
    {
        Assert.Equal(NeedReason.MissesClasses, Of(Class(6, ClassPresence.Live), Class(7, ClassPresence.Missed), Class(8, ClassPresence.Missed)).Reason);
        Assert.Equal(new NeedFound(Need.Soon, NeedReason.MissesClasses, 2), Of(Class(5, ClassPresence.Missed), Class(6, ClassPresence.Replay), Class(7, ClassPresence.Missed), Class(8, ClassPresence.Replay)));
    }

    [Fact]
    public void Replays_are_as_good_as_being_there() => Assert.Equal(Need.None, Of(Class(6, ClassPresence.Replay), Class(7, ClassPresence.Replay), Work(8, 1)).Need);

    [Fact]
    public void Whoever_has_not_been_seen_for_long_is_first()
    {
        Assert.Equal(new NeedFound(Need.First, NeedReason.NotSeen, 12), FallingBehind.Of([Work(8, 1)], Now - Duration.FromDays(12), Now));
        Assert.Equal(new NeedFound(Need.First, NeedReason.NotSeen), FallingBehind.Of([Work(8, 1)], null, Now));
        Assert.Equal(Need.None, FallingBehind.Of([], null, Now).Need);
    }

    [Fact]
    public void Scores_that_fall_three_times_are_worth_a_look() =>
        Assert.Equal(new NeedFound(Need.Watch, NeedReason.ScoresFall, 3), Of(Work(5, 1, ActivityKind.Quiz, .7m), Work(6, 1, ActivityKind.Quiz, .9m), Work(7, 1, ActivityKind.Quiz, .8m), Work(8, 1, ActivityKind.Quiz, .6m)));

    [Fact]
    public void What_is_excused_or_not_due_yet_is_asked_of_nobody() =>
        Assert.Equal(Need.None, Of(Work(7, 0) with { IsExcused = true }, Work(8, 0) with { By = Now + Duration.FromDays(1) }).Need);

    [Fact]
    public void A_week_is_the_share_of_its_minutes()
    {
        var weeks = FallingBehind.Weeks([Work(1, 1), Work(1, 0) with { Minutes = 180 }, Class(2, ClassPresence.Missed)], 2);
        Assert.Equal([.25, 0], weeks.Select(week => week.Done));
        Assert.Equal([ClassPresence.Missed], weeks[1].Classes);
    }
}
