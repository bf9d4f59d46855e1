using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class CheckpointTests
{
    [Fact]
    public void Staff_put_a_poll_into_a_class_that_has_ended_and_take_it_out_again()
    {
        var table = Ended();
        var poll = table.Do(Elif, Poll, offset: 3_000_000);
        table.Do(Elif, new OpenPoll(poll), offset: 600_000);
        var stands = table.State.Polls.Single(p => p.Id == poll);
        Assert.Equal((PollPhase.Closed, 600_000L, table.Now), (stands.Phase, stands.OpenedMs!.Value, stands.AddedAt!.Value));
        table.Do(Elif, new WithdrawCheckpoint(poll), offset: 3_000_000);
        Assert.Equal(600_000, table.Log[^1].OffsetMs);
        Assert.Equal((PollPhase.Prepared, null), (table.State.Polls.Single(p => p.Id == poll).Phase, table.State.Polls.Single(p => p.Id == poll).OpenedMs));
        table.Do(Elif, new OpenPoll(poll), offset: 900_000);
        Assert.Equal(900_000, table.State.Polls.Single(p => p.Id == poll).OpenedMs);
    }

    [Fact]
    public void An_answer_to_it_shows_the_result_and_counts_as_later()
    {
        var table = Ended();
        var poll = table.Do(Amara, Poll);
        table.Do(Amara, new OpenPoll(poll), offset: 600_000);
        table.Do(Mei, new AnswerPoll(poll, [1]), offset: 600_000);
        var hers = Fold(table.SeenBy(Mei)).Polls.Single(p => p.Id == poll);
        Assert.Equal([0, 1], hers.Results!.Later);
        Assert.Empty(Fold(table.SeenBy(Jonas)).Polls.Single(p => p.Id == poll).Correct);
    }

    [Fact]
    public void A_poll_of_the_class_itself_stays_and_a_class_that_goes_on_takes_no_checkpoint()
    {
        var table = Started();
        Assert.Equal(ClassRefusals.OnlyLive, table.Try(Amara, new OpenPoll(3), 1_000).Refusal);
        table.After(minutes: 5).Do(Amara, new OpenPoll(3));
        table.After(minutes: 5).Do(Amara, new EndClass());
        Assert.Equal(ClassRefusals.NoCheckpoint, table.Try(Amara, new WithdrawCheckpoint(3)).Refusal);
    }

    [Fact]
    public void Whoever_was_a_co_host_puts_nothing_in_afterwards()
    {
        var table = Started();
        table.Do(Amara, new NameCoHost(Mei.PersonId));
        table.After(minutes: 5).Do(Amara, new EndClass());
        Assert.True(table.Try(Mei, new OpenPoll(3), 1_000).IsRefused);
        Assert.True(table.Try(Mei, Poll, 1_000).IsRefused);
    }

    private static readonly PreparePoll Poll = new("What does the standard error measure?", ["The spread of the sample", "The spread of the mean"], [1], false);
}
