using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class ClassRightsTests
{
    private static readonly PreparePoll Poll = SpreadPoll;

    // Instructor, assistant, student, observer.
    public static TheoryData<ClassCommand, string> Rights => new()
    {
        { new StartClass(), "yes no no no" },
        { new EndClass(), "yes no no no" },
        { new RaiseHand(), "yes yes yes no" },
        { new LowerHand(Mei.PersonId), "yes yes yes no" },
        { new LowerAllHands(), "yes yes no no" },
        { new PostChat("Hello"), "yes yes yes no" },
        { new RemoveChat(1), "yes yes yes no" },
        { new KeepDoor(true, true), "yes yes no no" },
        { new LetIn([]), "yes yes no no" },
        { new SendAway(Mei.PersonId), "yes yes no no" },
        { new Knock(null), "yes yes yes yes" },
        { new ReactToLine(1, ReactionKind.Yes), "yes yes yes no" },
        { new AnswerInWriting(1, "Yes."), "yes yes no no" },
        { new ContinueQuestion(1, Person(70)), "no no no no" },
        { new ShowDeck(Person(90)), "yes yes no no" },
        { new TurnSlide(2), "yes yes no no" },
        { new AskQuestion("Why?"), "yes yes yes no" },
        { new VoteQuestion(1), "yes yes yes no" },
        { new UnvoteQuestion(1), "yes yes yes no" },
        { new RemoveQuestion(1), "yes yes yes no" },
        { new StartAnswer(1), "yes yes no no" },
        { new FinishAnswer(1), "yes yes no no" },
        { Poll, "yes yes no no" },
        { new OpenPoll(3), "yes yes no no" },
        { new AnswerPoll(3, [0]), "no no yes no" },
        { new ClosePoll(3), "yes yes no no" },
        { new ShowPollResults(3), "yes yes no no" },
        { new MarkLost(), "no no yes no" },
        { new StartChapter("Next"), "yes yes no no" },
        { new TurnOn(MediaSource.Camera), "yes yes yes no" },
        { new TurnOff(Mei.PersonId, MediaSource.Camera), "yes yes yes no" },
        { new MuteStudents(), "yes yes no no" },
        { new AllowMedia(MediaSource.Screen, true), "yes yes no no" },
        { new NamePresenter(Mei.PersonId), "yes yes no no" },
        { new DismissPresenter(Mei.PersonId), "yes yes no no" },
        { new PutForward(Mei.PersonId), "yes yes no no" },
        { new WriteCaption("Good evening."), "yes yes no no" },
        { Doors, "no no no no" },
        { new StartByClock(), "no no no no" },
        { new EndByClock(), "no no no no" },
        { new ResumeRoom(Start), "no no no no" },
        { new ShowFoundDeck(new(Person(90), "Slides")), "yes yes no no" },
        { new BeginTrack(Mei.PersonId, MediaSource.Camera, "a.webm", Start), "no no no no" },
        { new AlignTrack("a.webm", Start), "no no no no" },
        { new EndTrack("a.webm", 1), "no no no no" },
        { new EndTracksBut([]), "no no no no" },
        { new HearVoices(System.Collections.Immutable.ImmutableDictionary<Guid, System.Collections.Immutable.ImmutableArray<long>>.Empty), "no no no no" },
        { new ConnectPerson("c"), "yes yes yes yes" },
        { new DisconnectPerson("c"), "yes yes yes yes" },
    };

    [Theory, MemberData(nameof(Rights))]
    public void Each_role_may_do_what_it_may(ClassCommand command, string allowed)
    {
        ClassActor[] cast = [Amara, Elif, Mei, Ruth];
        Assert.Equal(allowed, string.Join(' ', cast.Select(who => who.May(command) ? "yes" : "no")));
    }

    [Fact]
    public void Every_command_stands_in_the_table() =>
        Assert.Empty(typeof(ClassCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ClassCommand)) && !t.IsAbstract)
            .Except(Rights.Select(row => row.Data.Item1.GetType())));

    [Fact]
    public void What_only_the_server_asks_cannot_come_over_the_wire() =>
        Assert.Throws<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<ClassCommand>("""{"type":"startByClock"}""", ClassJson.Options));
}
