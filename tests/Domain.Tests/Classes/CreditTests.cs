using Lyceum.Domain.Classes;
using NodaTime;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class CreditTests
{
    private static readonly Instant SundayNight = Instant.FromUtc(2026, 11, 29, 22, 59);

    [Fact]
    public void Reconnects_and_a_restart_leave_one_attendance()
    {
        var table = ClassStories.All["reconnects-and-a-restart"]();
        var attendance = Attendance.Fold(table.Log, 0);
        Assert.Single(attendance[Mei.PersonId]);
        // Jonas did not come back after the restart: he was there until the server last knew.
        Assert.Equal(15 * 60_000 + 3000, attendance[Jonas.PersonId].Single().UntilMs);
    }

    [Fact]
    public void Somebody_who_went_for_two_minutes_was_there_twice()
    {
        var table = Started();
        table.After(minutes: 5).Do(Mei, new DisconnectPerson("Mei Tanaka-1"));
        table.After(minutes: 2).Do(Mei, new ConnectPerson("Mei Tanaka-2"));
        table.After(minutes: 5).Do(Amara, new EndClass());
        Assert.Equal([new(0, 300_000), new(420_000, 720_000)], Attendance.Fold(table.Log, 0)[Mei.PersonId]);
    }

    [Fact]
    public void Two_devices_of_one_person_count_once()
    {
        var table = Started();
        table.Do(Mei, new ConnectPerson("phone"));
        table.After(minutes: 30).Do(Mei, new DisconnectPerson("phone"));
        table.After(minutes: 10).Do(Amara, new EndClass());
        Assert.Equal(40 * 60_000, Attendance.Fold(table.Log, 0)[Mei.PersonId].TotalMs);
    }

    [Fact]
    public void Attending_long_enough_and_answering_the_poll_earns_it()
    {
        var table = WithOnePoll();
        Assert.True(Standing(table, Mei, []).IsEarned);
        Assert.False(Standing(table, Lucia, []).IsEarned);
    }

    [Fact]
    public void The_replay_earns_the_same_once_its_polls_are_answered()
    {
        var table = WithOnePoll();
        WatchedInterval[] nearlyAll = [new(0, 40 * 60_000), new(30 * 60_000, 69 * 60_000)];
        Assert.True(Standing(table, Absent, nearlyAll).HasSeenEnough);
        Assert.False(Standing(table, Absent, nearlyAll).IsEarned);
        table.After(minutes: 60).Do(Absent, new AnswerPoll(3, [0]), offset: 60_000);
        Assert.True(Standing(table, Absent, nearlyAll).IsEarned);
        Assert.False(Standing(table, Absent, [new(0, 60 * 60_000)]).IsEarned);
    }

    [Fact]
    public void An_answer_after_the_date_does_not_count()
    {
        var table = WithOnePoll();
        table.At(SundayNight + Duration.FromSeconds(1)).Do(Absent, new AnswerPoll(3, [0]), offset: 60_000);
        Assert.Equal(0, Standing(table, Absent, [new(0, 75 * 60_000)]).PollsAnswered);
    }

    [Fact]
    public void What_was_seen_live_and_what_was_seen_later_add_up()
    {
        var table = WithOnePoll();
        var tomasz = new ClassActor(Person(41), "Tomasz Nowak", ClassRole.Student);
        Assert.True(CreditStanding.Of(CreditRule.Usual, table.State, 75 * 60_000, tomasz.PersonId, Stretches.Of([new(0, 35 * 60_000)]), Stretches.Of([new(35 * 60_000, 70 * 60_000)]), null, Stretches.None).HasSeenEnough);
    }

    [Fact]
    public void Watching_the_same_minute_again_adds_nothing() =>
        Assert.Equal(60_000, Stretches.None.With([new(0, 60_000)]).With([new(10_000, 50_000), new(5, 5), new(9, 3)]).TotalMs);

    [Fact]
    public void A_checkpoint_is_asked_of_those_who_watch_and_takes_nothing_from_those_who_were_there()
    {
        var table = WithOnePoll();
        table.Do(Absent, new AnswerPoll(3, [0]), offset: 60_000);
        WatchedInterval[] all = [new(0, 75 * 60_000)];
        Assert.True(Standing(table, Absent, all).IsEarned);
        var asked = table.Do(Amara, new PreparePoll("And now?", ["So", "Or so"], [0], false));
        table.Do(Amara, new OpenPoll(asked), offset: 600_000);
        Assert.False(Standing(table, Absent, all).IsEarned);
        Assert.True(Standing(table, Mei, []).IsEarned);
        table.Do(Absent, new AnswerPoll(asked, [1]), offset: 600_000);
        Assert.True(Standing(table, Absent, all).IsEarned);
    }

    [Fact]
    public void A_checkpoint_that_came_after_the_date_is_asked_of_nobody()
    {
        var table = WithOnePoll();
        table.Do(Absent, new AnswerPoll(3, [0]), offset: 60_000);
        var asked = table.Do(Amara, new PreparePoll("And now?", ["So", "Or so"], [0], false));
        table.At(SundayNight + Duration.FromMinutes(1)).Do(Amara, new OpenPoll(asked), offset: 600_000);
        Assert.True(Standing(table, Absent, [new(0, 75 * 60_000)]).IsEarned);
    }

    private static readonly ClassActor Absent = new(Person(42), "Priya Raman", ClassRole.Student);

    private static ClassOnTheTable WithOnePoll()
    {
        var table = Started();
        table.Do(Amara, new OpenPoll(3));
        table.Do(Mei, new AnswerPoll(3, [1]));
        table.After(minutes: 75).Do(Amara, new EndClass());
        return table;
    }

    private static CreditStanding Standing(ClassOnTheTable table, ClassActor who, IEnumerable<WatchedInterval> watched) => CreditStanding.Of(
        CreditRule.Usual, table.State, table.State.OffsetAt(table.Now), who.PersonId, Attendance.Fold(table.Log, 0).GetValueOrDefault(who.PersonId, Stretches.None), Stretches.Of(watched), SundayNight, Stretches.None);
}
