using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class TalkRulesTests
{
    [Fact]
    public void A_reply_to_a_reply_stands_in_the_same_thread()
    {
        var table = Started();
        var first = table.Do(Mei, new PostChat("Why?"));
        var reply = table.Do(Jonas, new PostChat("Because.", first));
        table.Do(Lucia, new PostChat("Really?", reply));
        Assert.Equal([null, first, first], table.State.Chat.Select(l => l.ReplyTo));
    }

    [Fact]
    public void A_line_to_the_staff_and_its_thread_are_for_its_author_and_them()
    {
        var table = Started();
        var first = table.Do(Jonas, new PostChat("I have to leave early.", IsToStaff: true));
        table.Do(Elif, new PostChat("That is fine.", first));
        Assert.Equal((2, 2, 0), (Fold(table.SeenBy(Jonas)).Chat.Length, Fold(table.SeenBy(Amara)).Chat.Length, Fold(table.SeenBy(Mei)).Chat.Length));
    }

    [Fact]
    public void Whoever_may_not_see_a_line_can_neither_answer_it_nor_sign_it()
    {
        var table = Started();
        var first = table.Do(Jonas, new PostChat("I have to leave early.", IsToStaff: true));
        Assert.Equal(ClassRefusals.NoSuchLine, table.Try(Mei, new PostChat("Why?", first)).Refusal);
        Assert.Equal(ClassRefusals.NoSuchLine, table.Try(Mei, new ReactToLine(first, ReactionKind.No)).Refusal);
        Assert.Equal(ClassRefusals.NoSuchLine, table.Try(Mei, new RemoveChat(first)).Refusal);
    }

    [Fact]
    public void The_same_sign_again_takes_it_away()
    {
        var table = Started();
        var line = table.Do(Mei, new PostChat("Hello"));
        foreach (var kind in new[] { ReactionKind.Clap, ReactionKind.Heart, ReactionKind.Clap }) table.Do(Jonas, new ReactToLine(line, kind));
        Assert.Equal([new LineSign(Jonas.PersonId, ReactionKind.Heart)], table.State.Chat[0].Signs);
    }

    [Fact]
    public void Nobody_is_told_who_is_lost()
    {
        var table = Started();
        table.After(minutes: 4).Do(Jonas, new MarkLost());
        Assert.Equal([new LostMark(240_000, false)], Fold(table.SeenBy(Amara)).Lost);
        Assert.All(table.SeenBy(Amara).Where(e => e.Event is LostMarked), e => Assert.DoesNotContain(Jonas.PersonId.ToString(), Json(e.AsSeen()).ToJsonString()));
    }

    [Fact]
    public void An_answer_in_writing_answers_and_what_nobody_answered_is_left_open()
    {
        var table = Started();
        var answered = table.Do(Mei, new AskQuestion("Is n = 30 a rule?"));
        var open = table.Do(Lucia, new AskQuestion("What if it is skewed?"));
        table.Do(Elif, new AnswerInWriting(answered, "A habit."));
        table.Do(Amara, new EndClass());
        Assert.Equal([open], table.State.LeftOpen().Select(q => q.Id));
        table.Do(null, new ContinueQuestion(open, Person(70)));
        Assert.Empty(table.State.LeftOpen());
    }
}
