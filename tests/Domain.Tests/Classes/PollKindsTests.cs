using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class PollKindsTests
{
    [Fact]
    public void Words_are_counted_however_they_are_written_and_later_ones_apart()
    {
        var (table, poll) = Opened(new PreparePoll("What is a sample in one word?", [], [], false, PollKind.Word));
        table.Do(Mei, new AnswerPoll(poll, [], "a  guess"));
        table.Do(Jonas, new AnswerPoll(poll, [], "Part"));
        table.After(seconds: 1).Do(Lucia, new AnswerPoll(poll, [], " part "));
        table.Do(Amara, new ShowPollResults(poll));
        Assert.Equal([new PollWord("Part", 2, 0), new PollWord("a guess", 1, 0)], Fold(table.SeenBy(Mei)).Polls.Single(p => p.Id == poll).Results!.Words!.Value);
        table.Do(Amara, new EndClass());
        var samir = new ClassActor(Person(40), "Samir Haddad", ClassRole.Student);
        table.Do(samir, new AnswerPoll(poll, [], "part"), offset: 1000);
        Assert.Equal(new PollWord("Part", 2, 1), Fold(table.SeenBy(samir)).Polls.Single(p => p.Id == poll).Results!.Words!.Value[0]);
    }

    [Theory, InlineData(""), InlineData("   "), InlineData("12345678901234567890123456789012345678901")]
    public void An_empty_or_a_long_word_is_refused(string word)
    {
        var (table, poll) = Opened(new PreparePoll("In one word?", [], [], false, PollKind.Word));
        Assert.True(table.Try(Mei, new AnswerPoll(poll, [], word)).IsRefused);
    }

    [Fact]
    public void A_scale_counts_from_one_and_takes_one_step()
    {
        var (table, poll) = Opened(new PreparePoll("How sure are you?", ["no", "", "so", "yes", "very"], [], true, PollKind.Scale));
        var scale = table.State.Polls.Single(p => p.Id == poll);
        Assert.Equal(["1", "2", "3", "4"], scale.Options);
        Assert.False(scale.IsMultiple);
        Assert.Equal(ClassRefusals.NoSuchOption, table.Try(Mei, new AnswerPoll(poll, [1, 2])).Refusal);
        table.Do(Mei, new AnswerPoll(poll, [3]));
        table.Do(Amara, new ShowPollResults(poll));
        Assert.Equal([0, 0, 0, 1], Fold(table.SeenBy(Mei)).Polls.Single(p => p.Id == poll).Results!.Live);
    }

    private static (ClassOnTheTable Table, long Poll) Opened(PreparePoll poll)
    {
        var table = Started();
        var id = table.Do(Amara, poll);
        table.Do(Amara, new OpenPoll(id));
        return (table, id);
    }
}
