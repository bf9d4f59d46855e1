using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class ClassRightsTests
{
    private static readonly PreparePoll Poll = SpreadPoll;

    // Instructor, assistant, student, observer, student who is a co-host.
    public static TheoryData<ClassCommand, string> Rights => new()
    {
        { new StartClass(), "yes yes no no yes" },
        { new EndClass(), "yes no no no no" },
        { new RaiseHand(), "yes yes yes no yes" },
        { new LowerHand(Mei.PersonId), "yes yes yes no yes" },
        { new LowerAllHands(), "yes yes no no yes" },
        { new PostChat("Hello"), "yes yes yes no yes" },
        { new RemoveChat(1), "yes yes yes no yes" },
        { new KeepDoor(true, true), "yes yes no no yes" },
        { new LetIn([]), "yes yes no no yes" },
        { new SendAway(Mei.PersonId), "yes yes no no yes" },
        { new StartSlot(Person(80)), "yes yes no no yes" },
        { new EndSlot(), "yes yes no no yes" },
        { new StartFoundSlot(new(Person(80), "Mei Tanaka", [Mei.PersonId], 10), null), "yes yes no no yes" },
        { new BringQueue([]), "no no no no no" },
        { new NoticeSharedLink("Ada Byron", Person(60), Person(61)), "no no no no no" },
        { new Knock(null), "yes yes yes yes yes" },
        { new ReactToLine(1, ReactionKind.Yes), "yes yes yes no yes" },
        { new AnswerInWriting(1, "Yes."), "yes yes no no yes" },
        { new ContinueQuestion(1, Person(70)), "no no no no no" },
        { new ShowDeck(Person(90)), "yes yes no no yes" },
        { new TurnSlide(2), "yes yes no no yes" },
        { new AskQuestion("Why?"), "yes yes yes no yes" },
        { new VoteQuestion(1), "yes yes yes no yes" },
        { new UnvoteQuestion(1), "yes yes yes no yes" },
        { new RemoveQuestion(1), "yes yes yes no yes" },
        { new StartAnswer(1), "yes yes no no yes" },
        { new FinishAnswer(1), "yes yes no no yes" },
        { Poll, "yes yes no no yes" },
        { new OpenPoll(3), "yes yes no no yes" },
        { new AnswerPoll(3, [0]), "no no yes no yes" },
        { new ClosePoll(3), "yes yes no no yes" },
        { new ShowPollResults(3), "yes yes no no yes" },
        { new WithdrawCheckpoint(3), "yes yes no no no" },
        { new MarkLost(), "no no yes no yes" },
        { new NameCoHost(Mei.PersonId), "yes no no no no" },
        { new DismissCoHost(Mei.PersonId), "yes no no no no" },
        { new StartChapter("Next"), "yes yes no no yes" },
        { new TurnOn(MediaSource.Camera), "yes yes yes no yes" },
        { new TurnOff(Mei.PersonId, MediaSource.Camera), "yes yes yes no yes" },
        { new MuteStudents(), "yes yes no no yes" },
        { new AllowMedia(MediaSource.Screen, true), "yes yes no no yes" },
        { new NamePresenter(Mei.PersonId), "yes yes no no yes" },
        { new DismissPresenter(Mei.PersonId), "yes yes no no yes" },
        { new PutForward(Mei.PersonId), "yes yes no no yes" },
        { new WriteCaption("Good evening."), "yes yes no no yes" },
        { new CaptionByMachine(true), "yes yes no no yes" },
        { new BringCaption("Good evening.", CaptionOrigin.Feed), "no no no no no" },
        { new OpenBreakouts([]), "yes yes no no yes" },
        { new MoveToBreakout([], 1), "yes yes no no yes" },
        { new EnterBreakout(1), "yes yes yes no yes" },
        { new CallForHelp(), "yes yes yes no yes" },
        { new AnswerHelp(1), "yes yes no no yes" },
        { new TellBreakouts("Three minutes"), "yes yes no no yes" },
        { new RecallBreakouts(), "yes yes no no yes" },
        { new ExtendBreakouts(5), "yes yes no no yes" },
        { new DoInBreakout(1, new PostChat("Hello")), "yes yes yes no yes" },
        { new DoInBreakout(1, new MuteStudents()), "yes yes no no yes" },
        { new KeepBreakoutTime(), "no no no no no" },
        { new OpenBoard(), "yes yes yes no yes" },
        { new CloseBoard(), "yes yes yes no yes" },
        { new AllowBoard(true), "yes yes yes no yes" },
        { new ChangeBoard([]), "yes yes yes no yes" },
        { new ClearBoard(), "yes yes yes no yes" },
        { new DrawStroke(Person(90), 1, InkTool.Pen, InkColor.Ink, [0, 0, 1, 1]), "yes yes yes no yes" },
        { new EraseStrokes([1]), "yes yes yes no yes" },
        { new ClearSlide(Person(90), 1), "yes yes yes no yes" },
        { Doors, "no no no no no" },
        { new StartByClock(), "no no no no no" },
        { new EndByClock(), "no no no no no" },
        { new ResumeRoom(Start), "no no no no no" },
        { new ShowFoundDeck(new(Person(90), "Slides")), "yes yes no no yes" },
        { new BeginTrack(Mei.PersonId, MediaSource.Camera, "a.webm", Start), "no no no no no" },
        { new AlignTrack("a.webm", Start), "no no no no no" },
        { new EndTrack("a.webm", 1), "no no no no no" },
        { new EndTracksBut([]), "no no no no no" },
        { new HearVoices(System.Collections.Immutable.ImmutableDictionary<Guid, System.Collections.Immutable.ImmutableArray<long>>.Empty), "no no no no no" },
        { new ConnectPerson("c"), "yes yes yes yes yes" },
        { new DisconnectPerson("c"), "yes yes yes yes yes" },
    };

    [Theory, MemberData(nameof(Rights))]
    public void Each_role_may_do_what_it_may(ClassCommand command, string allowed)
    {
        ClassActor[] cast = [Amara, Elif, Mei, Ruth];
        Assert.Equal(allowed, string.Join(' ', cast.Select(who => who.May(command)).Append(Jonas.May(command, isCoHost: true)).Select(may => may ? "yes" : "no")));
    }

    [Fact]
    public void Every_command_stands_in_the_table() =>
        Assert.Empty(typeof(ClassCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ClassCommand)) && !t.IsAbstract)
            .Except(Rights.Select(row => row.Data.Item1.GetType())));

    [Fact]
    public void What_only_the_server_asks_cannot_come_over_the_wire() =>
        Assert.Throws<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<ClassCommand>("""{"type":"startByClock"}""", ClassJson.Options));
}
