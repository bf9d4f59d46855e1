using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;

namespace Lyceum.Web.Tests.Classes;

/// <summary>Each role and each command over the real hub: the table of the domain holds on the wire.</summary>
public sealed class HubRightsTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    private static readonly ClassCommand[] Commands =
    [
        new RaiseHand(), new LowerHand(Guid.Empty), new LowerAllHands(), new PostChat("Hello"), new RemoveChat(1), new ShowDeck(Guid.Empty), new TurnSlide(2), new AskQuestion("Why?"),
        new VoteQuestion(1), new UnvoteQuestion(1), new RemoveQuestion(1), new StartAnswer(1), new FinishAnswer(1), ClassFixture.Poll, new OpenPoll(1), new AnswerPoll(1, [0]),
        new ClosePoll(1), new ShowPollResults(1), new MarkLost(), new StartChapter("Next"),
        new TurnOn(MediaSource.Camera), new TurnOff(Guid.Empty, MediaSource.Camera), new MuteStudents(), new AllowMedia(MediaSource.Screen, true), new NamePresenter(Guid.Empty),
        new DismissPresenter(Guid.Empty), new PutForward(null), new WriteCaption("Good evening."), new StartClass(), new EndClass(),
    ];

    [Theory]
    [InlineData(Cast.Mei, ClassRole.Student)]
    [InlineData(Cast.Noah, ClassRole.Observer)]
    [InlineData(Cast.Elif, ClassRole.Assistant)]
    [InlineData(Cast.Amara, ClassRole.Instructor)]
    [InlineData(Cast.Ruth, ClassRole.Instructor)]
    public async Task Each_role_is_refused_exactly_what_it_may_not(string who, ClassRole role)
    {
        var classId = await school.AddClass();
        if (role == ClassRole.Observer) await MakeObserver(who);
        await using var amara = await Participant.Join(school, Cast.Amara, classId);
        await amara.Send(new StartClass());
        await using var participant = await Participant.Join(school, who, classId);
        Assert.Equal(role, participant.Welcome!.Role);
        var actor = new ClassActor(participant.Id, who, role);
        foreach (var command in Commands)
        {
            var receipt = await participant.Send(command);
            Assert.True(actor.May(command) == (receipt.Refusal?.Message != ClassRefusals.NotYourRole.Message), $"{role} {command.GetType().Name}: {receipt}");
        }
    }

    [Fact]
    public async Task Every_command_of_the_wire_is_tried() =>
        Assert.Equal(typeof(ClassCommand).GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false).Length, await Task.FromResult(Commands.Length));

    [Fact]
    public async Task A_visitor_does_not_connect() =>
        await Assert.ThrowsAnyAsync<System.Net.WebSockets.WebSocketException>(() => HubClient.Connect(school.Visitor(), school.Address));

    [Theory]
    [InlineData("""{"type":"startByClock"}""")]
    [InlineData("""{"type":"postChat"}""")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("7")]
    public async Task What_is_no_command_is_refused_and_the_connection_goes_on(string json)
    {
        var (_, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await Assert.ThrowsAnyAsync<Exception>(() => mei.Line.Call<Receipt>("Send", System.Text.Json.JsonDocument.Parse(json).RootElement, "key-12345", null));
        await mei.Do(new PostChat("Still here"));
    }

    [Fact]
    public async Task Nothing_is_taken_before_joining()
    {
        await using var line = await HubClient.Connect(await school.SignIn(Cast.Mei), school.Address);
        Assert.False((await line.Call<Receipt>("Send", new PostChat("Hello"), "key-12345", null))!.IsAccepted);
        Assert.Equal("Conflict", (await line.Call<SentRefusal>("Watch", new[] { new WatchedInterval(0, 1000) } as object))?.Kind);
    }

    private async Task MakeObserver(string who) => await school.Write(async db =>
    {
        var enrollment = Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AsTracking(db.Enrollments).Single(e => e.PersonId == school.People[who] && e.CourseId == school.Statistics.Id);
        enrollment.Assign(CourseRole.Observer, null);
        await Task.CompletedTask;
    });
}
