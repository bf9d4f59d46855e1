using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class PollRulesTests
{
    private const long Poll = 3;

    [Fact]
    public void A_prepared_poll_is_for_staff_until_it_opens_and_the_right_answer_until_the_results_show()
    {
        var table = Started();
        Assert.Empty(Fold(table.SeenBy(Mei)).Polls);
        table.Do(Amara, new OpenPoll(Poll));
        Assert.Empty(Fold(table.SeenBy(Mei)).Polls.Single().Correct);
        table.Do(Amara, new ShowPollResults(Poll));
        Assert.Equal([1], Fold(table.SeenBy(Mei)).Polls.Single().Correct);
    }

    [Fact]
    public void Others_learn_that_somebody_answered_and_not_what()
    {
        var table = Started();
        table.Do(Amara, new OpenPoll(Poll));
        table.Do(Mei, new AnswerPoll(Poll, [1]));
        var seen = Fold(table.SeenBy(Jonas)).Polls.Single();
        Assert.Equal((1, 0), (seen.AnsweredLive, seen.Answers.Count));
    }

    [Fact]
    public void The_first_answer_stands()
    {
        var table = Started();
        table.Do(Amara, new OpenPoll(Poll));
        table.Do(Mei, new AnswerPoll(Poll, [1]));
        Assert.Equal(ClassRefusals.AlreadyAnswered, table.Try(Mei, new AnswerPoll(Poll, [0])).Refusal);
    }

    [Theory, InlineData(-1), InlineData(3)]
    public void An_option_that_is_not_there_is_refused(int choice)
    {
        var table = Started();
        table.Do(Amara, new OpenPoll(Poll));
        Assert.Equal(ClassRefusals.NoSuchOption, table.Try(Mei, new AnswerPoll(Poll, [choice])).Refusal);
    }

    [Fact]
    public void A_late_answer_is_tallied_apart_and_brings_the_results_to_its_author_alone()
    {
        var table = Started();
        var samir = new ClassActor(Person(40), "Samir Haddad", ClassRole.Student);
        table.Do(Amara, new OpenPoll(Poll));
        table.Do(Mei, new AnswerPoll(Poll, [1]));
        table.Do(Amara, new ShowPollResults(Poll));
        table.After(minutes: 70).Do(Amara, new EndClass());
        Assert.Null(Fold(table.SeenBy(samir)).Polls.Single().Results);

        table.After(minutes: 60).Do(samir, new AnswerPoll(Poll, [2]), offset: 1000);
        var seen = Fold(table.SeenBy(samir)).Polls.Single();
        Assert.Equal([0, 1, 0], seen.Results!.Live);
        Assert.Equal([0, 0, 1], seen.Results.Later);
        Assert.Equal((1, 1), (seen.AnsweredLive, seen.AnsweredLater));
    }

    [Fact]
    public void A_result_that_was_never_shown_is_there_for_those_who_answered_once_the_class_has_ended()
    {
        var table = Started();
        var samir = new ClassActor(Person(40), "Samir Haddad", ClassRole.Student);
        table.Do(Amara, new OpenPoll(Poll));
        table.Do(Mei, new AnswerPoll(Poll, [1]));
        table.Do(Amara, new ClosePoll(Poll));
        Assert.Null(Fold(table.SeenBy(Mei)).Polls.Single().Results);
        table.After(minutes: 70).Do(Amara, new EndClass());
        Assert.Equal([0, 1, 0], Fold(table.SeenBy(Mei)).Polls.Single().Results!.Live);
        Assert.Null(Fold(table.SeenBy(samir)).Polls.Single().Results);

        table.After(minutes: 60).Do(samir, new AnswerPoll(Poll, [2]), offset: 1000);
        var seen = Fold(table.SeenBy(samir)).Polls.Single().Results!;
        Assert.Equal([0, 1, 0], seen.Live);
        Assert.Equal([0, 0, 1], seen.Later);
    }

    [Fact]
    public void Whoever_is_a_little_behind_but_answers_while_the_poll_is_open_answers_live()
    {
        var table = Started();
        table.Do(Amara, new OpenPoll(Poll));
        table.After(minutes: 2).Do(Mei, new AnswerPoll(Poll, [1]), offset: 1000);
        Assert.False(table.State.Polls[0].Answers[Mei.PersonId].IsLate);
    }

    [Fact]
    public void Opening_a_poll_closes_the_one_that_was_open()
    {
        var table = Started();
        var second = table.Do(Elif, SpreadPoll);
        table.Do(Amara, new OpenPoll(Poll));
        table.Do(Amara, new OpenPoll(second));
        Assert.Equal([PollPhase.Closed, PollPhase.Open], table.State.Polls.Select(p => p.Phase));
    }
}
