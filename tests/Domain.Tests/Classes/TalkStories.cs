using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

/// <summary>A class that is talked in: threads, signs, lines to the staff, questions answered in writing and left open.</summary>
internal static class TalkStories
{
    public static ClassOnTheTable WordsAndScales()
    {
        var table = Started();
        var word = table.Do(Amara, new PreparePoll("What is a sample in one word?", [], [], false, PollKind.Word));
        table.Do(Amara, new OpenPoll(word));
        table.Do(Mei, new AnswerPoll(word, [], "Guess"));
        table.After(seconds: 1).Do(Jonas, new AnswerPoll(word, [], "guess"));
        table.After(seconds: 30).Do(Amara, new ShowPollResults(word));
        var scale = table.Do(Elif, new PreparePoll("How sure are you?", ["1", "2", "3", "4", "5"], [], false, PollKind.Scale));
        table.Do(Amara, new OpenPoll(scale));
        table.Do(Lucia, new AnswerPoll(scale, [3]));
        table.After(minutes: 60).Do(Amara, new EndClass());
        table.After(minutes: 60).Do(Lucia, new AnswerPoll(word, [], "Part"), offset: 10_000);
        return table;
    }

    public static ClassOnTheTable Checkpoints()
    {
        var table = Ended();
        table.After(minutes: 30);
        var asked = table.Do(Elif, new PreparePoll("What does the standard error measure?", ["The spread of the sample", "The spread of the mean"], [1], false), offset: 600_000);
        table.Do(Elif, new OpenPoll(asked), offset: 480_000);
        table.After(minutes: 5).Do(Lucia, new AnswerPoll(asked, [1]), offset: 480_000);
        var mistaken = table.State.Polls[0].Id;
        table.Do(Amara, new OpenPoll(mistaken), offset: 900_000);
        table.After(seconds: 20).Do(Amara, new WithdrawCheckpoint(mistaken), offset: 1_200_000);
        return table;
    }

    public static ClassOnTheTable KeptDoor()
    {
        var samir = new ClassActor(Person(40), "Samir Haddad", ClassRole.Student);
        var table = Started();
        table.Do(Amara, new KeepDoor(false, true));
        table.Do(samir, new Knock(Person(80)));
        table.After(seconds: 40).Do(samir, new Knock(Person(80)));
        table.Do(Elif, new LetIn([samir.PersonId]));
        table.Do(samir, new ConnectPerson("samir-1"));
        table.Do(Amara, new SendAway(Jonas.PersonId));
        table.Do(Jonas, new DisconnectPerson("Jonas Weber-1"));
        table.Do(Amara, new KeepDoor(true, false));
        table.After(minutes: 60).Do(Amara, new LetIn([Jonas.PersonId]));
        table.Do(Amara, new EndClass());
        return table;
    }

    public static ClassOnTheTable ThreadsAndSigns()
    {
        var table = Started();
        var first = table.Do(Mei, new PostChat("Does the bus count as a sample?"));
        table.After(seconds: 5).Do(Jonas, new PostChat("It is the population.", first));
        table.Do(Lucia, new ReactToLine(first, ReactionKind.Yes));
        table.Do(Amara, new ReactToLine(first, ReactionKind.Heart));
        table.Do(Lucia, new ReactToLine(first, ReactionKind.Yes));
        var quiet = table.After(seconds: 8).Do(Jonas, new PostChat("I have to leave at half past.", IsToStaff: true));
        table.Do(Mei, new PostChat("Everybody reads this."));
        table.Do(Elif, new PostChat("That is fine.", quiet));
        table.Do(Elif, new ReactToLine(quiet, ReactionKind.Yes));
        var rude = table.Do(Jonas, new PostChat("And it is boring.", quiet));
        table.Do(Jonas, new RemoveChat(rude));
        var asked = table.After(minutes: 3).Do(Mei, new AskQuestion("Is n = 30 a rule or a habit?"));
        var open = table.Do(Lucia, new AskQuestion("What if the sample is skewed?"));
        table.After(minutes: 2).Do(Elif, new AnswerInWriting(asked, "A habit: it depends on the shape."));
        table.Do(Jonas, new MarkLost());
        table.After(minutes: 60).Do(Amara, new EndClass());
        table.Do(null, new ContinueQuestion(open, Person(70)));
        table.After(minutes: 200).Do(Lucia, new PostChat("I only see this now.", first), offset: 60_000);
        return table;
    }
}
