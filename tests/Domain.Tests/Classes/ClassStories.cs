using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

/// <summary>The classes whose logs stand in golden/: between them every event occurs.</summary>
internal static class ClassStories
{
    public static readonly Dictionary<string, Func<ClassOnTheTable>> All = new()
    {
        ["a-whole-class"] = WholeClass,
        ["a-replay-that-takes-part"] = ReplayThatTakesPart,
        ["reconnects-and-a-restart"] = ReconnectsAndRestart,
        ["checkpoints"] = TalkStories.Checkpoints,
        ["words-and-scales"] = TalkStories.WordsAndScales,
        ["a-kept-door"] = TalkStories.KeptDoor,
        ["co-hosts"] = CoHostStories.CoHosts,
        ["breakouts"] = Breakouts.BreakoutStories.ThereAndBack,
        ["a-board"] = BoardStories.ABoard,
        ["drawn-slides"] = InkStories.DrawnSlides,
        ["a-link-used-twice"] = GuestStories.LinkUsedTwice,
        ["students-present"] = SlotStories.StudentsPresent,
        ["threads-and-signs"] = TalkStories.ThreadsAndSigns,
        ["a-deleted-recording"] = Recording.DeletedStories.DeletedRecording,
        ["sound-and-picture"] = MediaStories.SoundAndPicture,
    };

    private static ClassOnTheTable WholeClass()
    {
        var table = Started();
        table.After(seconds: 20).Do(Amara, new StartChapter("Recap"));
        table.Do(Mei, new PostChat("Good evening from Kyoto"));
        var rude = table.Do(Jonas, new PostChat("First!"));
        table.After(seconds: 9).Do(Elif, new RemoveChat(rude));
        table.After(minutes: 8).Do(Amara, new TurnSlide(2));
        table.Do(Lucia, new RaiseHand());
        table.After(seconds: 4).Do(Mei, new RaiseHand());
        table.After(seconds: 40).Do(Amara, new LowerHand(Lucia.PersonId));
        var root = table.After(minutes: 2).Do(Jonas, new AskQuestion("Why the square root? I would have guessed it shrinks with n itself."));
        var habit = table.After(seconds: 31).Do(Mei, new AskQuestion("Is n = 30 a rule or a habit?"));
        var off = table.Do(Lucia, new AskQuestion("Is this in the exam?"));
        table.Do(Lucia, new RemoveQuestion(off));
        table.Do(Mei, new VoteQuestion(root));
        table.Do(Lucia, new VoteQuestion(root));
        table.Do(Lucia, new UnvoteQuestion(root));
        table.Do(Amara, new StartAnswer(root));
        table.After(minutes: 3).Do(Amara, new StartAnswer(habit));
        table.After(minutes: 1).Do(Jonas, new MarkLost());
        table.Do(Amara, new StartChapter("Limit theorem"));
        var poll = table.State.Polls[0].Id;
        table.Do(Amara, new OpenPoll(poll));
        table.After(seconds: 12).Do(Mei, new AnswerPoll(poll, [1]));
        table.After(seconds: 3).Do(Jonas, new AnswerPoll(poll, [0]));
        table.After(seconds: 30).Do(Amara, new ShowPollResults(poll));
        var second = table.Do(Elif, new PreparePoll("Which of these did you expect?", ["The shape", "The spread", "Neither"], [], true));
        table.Do(Amara, new OpenPoll(second));
        table.Do(Lucia, new AnswerPoll(second, [0, 1]));
        table.Do(Amara, new ClosePoll(second));
        table.Do(Amara, new ShowFoundDeck(new(Person(91), "Answers.pdf")));
        table.After(minutes: 50).Do(Amara, new EndClass());
        return table;
    }

    private static ClassOnTheTable ReplayThatTakesPart()
    {
        var table = new ClassOnTheTable();
        table.Do(null, Doors);
        table.Do(Amara, new ConnectPerson("a"));
        table.Do(Mei, new ConnectPerson("m"));
        table.At(Start).Do(null, new StartByClock());
        var poll = table.State.Polls[0].Id;
        table.After(minutes: 20).Do(Amara, new OpenPoll(poll));
        table.After(seconds: 20).Do(Mei, new AnswerPoll(poll, [1]));
        table.After(seconds: 20).Do(Amara, new ShowPollResults(poll));
        var asked = table.After(minutes: 1).Do(Mei, new AskQuestion("Does this still hold on a snow day?"));
        table.After(minutes: 80).Do(null, new EndByClock());
        table.After(minutes: 300).Do(Jonas, new AnswerPoll(poll, [2]), offset: 1_215_000);
        table.Do(Jonas, new VoteQuestion(asked), offset: 1_310_000);
        table.Do(Jonas, new MarkLost(), offset: 1_320_000);
        var late = table.Do(Jonas, new AskQuestion("Is four times the people always the price of half the spread?"), offset: 1_330_000);
        table.Do(Lucia, new PostChat("Watching this on the train"), offset: 15_000);
        table.Do(Lucia, new VoteQuestion(late), offset: 1_340_000);
        table.Do(Lucia, new UnvoteQuestion(late), offset: 1_341_000);
        table.Do(Lucia, new AnswerPoll(poll, [1]), offset: 1_215_000);
        table.Do(Amara, new FinishAnswer(late), offset: 1_500_000);
        return table;
    }

    private static ClassOnTheTable ReconnectsAndRestart()
    {
        var table = Started();
        table.After(minutes: 5).Do(Mei, new DisconnectPerson("Mei Tanaka-1"));
        table.After(seconds: 3).Do(Mei, new ConnectPerson("Mei Tanaka-2"));
        table.Do(Jonas, new ConnectPerson("Jonas Weber-phone"));
        table.Do(Jonas, new DisconnectPerson("Jonas Weber-1"));
        table.After(minutes: 10);
        var lastPulse = table.Now;
        table.After(seconds: 40).Do(null, new ResumeRoom(lastPulse));
        table.After(seconds: 1).Do(Mei, new ConnectPerson("Mei Tanaka-3"));
        table.Do(Amara, new ConnectPerson("Dr. Amara Okafor-2"));
        table.After(minutes: 30).Do(Mei with { Name = "Mei Tanaka-Weber" }, new RaiseHand());
        table.Do(Amara, new LowerAllHands());
        table.After(minutes: 5).Do(Amara, new EndClass());
        return table;
    }
}
