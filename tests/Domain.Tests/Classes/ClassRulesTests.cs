using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class ClassRulesTests
{
    [Fact]
    public void Nothing_happens_before_the_doors_open() =>
        Assert.Equal(ClassRefusals.DoorsClosed, new ClassOnTheTable().Try(Mei, new PostChat("Hello")).Refusal);

    [Fact]
    public void A_person_is_introduced_before_their_first_deed_and_not_again()
    {
        var table = Started();
        table.Do(new(Person(40), "Samir Haddad", ClassRole.Student), new PostChat("Hello"));
        Assert.IsType<Introduced>(table.Log[^2].Event);
        table.Do(Mei, new PostChat("Hello Samir"));
        Assert.IsType<ChatPosted>(table.Log[^2].Event);
    }

    [Fact]
    public void Hands_keep_the_order_in_which_they_went_up_and_going_up_twice_changes_nothing()
    {
        var table = Started();
        foreach (var who in new[] { Lucia, Mei, Lucia, Jonas }) table.Do(who, new RaiseHand());
        table.Do(Mei, new LowerHand(Mei.PersonId));
        Assert.Equal([Lucia.PersonId, Jonas.PersonId], table.State.Hands.Select(h => h.PersonId));
    }

    [Fact]
    public void A_student_may_not_lower_the_hand_of_another()
    {
        var table = Started();
        table.Do(Lucia, new RaiseHand());
        Assert.Equal(ClassRefusals.NotYours, table.Try(Mei, new LowerHand(Lucia.PersonId)).Refusal);
    }

    [Fact]
    public void Offsets_count_from_the_start_and_the_lobby_is_at_zero()
    {
        var table = new ClassOnTheTable();
        table.Do(null, Doors);
        table.Do(Mei, new PostChat("Early"));
        table.At(Start).Do(Amara, new StartClass());
        table.After(seconds: 90).Do(Mei, new PostChat("Now"));
        Assert.Equal([0L, 90_000L], table.State.Chat.Select(l => l.OffsetMs));
    }

    [Fact]
    public void A_removed_line_keeps_its_place_and_loses_its_words()
    {
        var table = Started();
        var line = table.Do(Jonas, new PostChat("First!"));
        Assert.Equal(ClassRefusals.NotYours, table.Try(Mei, new RemoveChat(line)).Refusal);
        table.Do(Jonas, new RemoveChat(line));
        Assert.Equal(("", true), (table.State.Chat[0].Text, table.State.Chat[0].IsRemoved));
    }

    [Fact]
    public void The_end_lowers_hands_closes_polls_and_finishes_answers()
    {
        var table = Started();
        table.Do(Mei, new RaiseHand());
        var question = table.Do(Mei, new AskQuestion("Why?"));
        table.Do(Amara, new StartAnswer(question));
        table.Do(Amara, new OpenPoll(3));
        table.Do(Amara, new EndClass());
        Assert.Empty(table.State.Hands);
        Assert.Equal((QuestionPhase.Answered, PollPhase.Closed, ClassPhase.Ended), (table.State.Questions[0].Phase, table.State.Polls[0].Phase, table.State.Phase));
    }

    [Fact]
    public void After_the_end_a_line_lands_at_its_offset_and_is_late_and_no_hand_goes_up()
    {
        var table = Ended();
        table.After(minutes: 600).Do(Mei, new PostChat("Watching now"), offset: 760_000);
        Assert.Equal((760_000L, true), (table.State.Chat[0].OffsetMs, table.State.Chat[0].IsLate));
        Assert.Equal(ClassRefusals.HasEnded, table.Try(Mei, new RaiseHand()).Refusal);
    }

    [Fact]
    public void An_offset_beyond_the_class_is_its_last()
    {
        var table = Ended();
        table.Do(Mei, new PostChat("Far out"), offset: 99_999_999);
        Assert.Equal(75 * 60_000, table.State.Chat[0].OffsetMs);
    }

    [Fact]
    public void The_clock_does_not_start_a_class_early() => Assert.Empty(OpenedAtTen().Try(null, new StartByClock()).Value.Events);

    private static ClassOnTheTable OpenedAtTen()
    {
        var table = new ClassOnTheTable();
        table.Do(null, Doors);
        return table;
    }
}
