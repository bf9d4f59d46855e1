using System.Collections.Immutable;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Tests.Classes.Guests;
using Lyceum.Web.Tests.Classes.Media;

namespace Lyceum.Web.Tests.Classes;

/// <summary>Each role and each command over the real hub: the table of the domain holds on the wire.</summary>
public sealed class HubRightsTests(MediaFixture school) : IClassFixture<MediaFixture>
{
    private static readonly ClassCommand[] Commands =
    [
        new RaiseHand(), new LowerHand(Guid.Empty), new LowerAllHands(), new PostChat("Hello"), new RemoveChat(1), new KeepDoor(false, false), new LetIn([]), new SendAway(Guid.Empty), new ReactToLine(1, ReactionKind.Yes), new AnswerInWriting(1, "So."), new ShowDeck(Guid.Empty), new TurnSlide(2), new AskQuestion("Why?"),
        new VoteQuestion(1), new UnvoteQuestion(1), new RemoveQuestion(1), new StartAnswer(1), new FinishAnswer(1), ClassFixture.Poll, new OpenPoll(1), new AnswerPoll(1, [0]),
        new ClosePoll(1), new ShowPollResults(1), new WithdrawCheckpoint(1), new MarkLost(), new StartChapter("Next"),
        new TurnOn(MediaSource.Camera), new TurnOff(Guid.Empty, MediaSource.Camera), new MuteStudents(), new AllowMedia(MediaSource.Screen, true), new NamePresenter(Guid.Empty),
        new DismissPresenter(Guid.Empty), new PutForward(null), new WriteCaption("Good evening."), new CaptionByMachine(true), new StartSlot(Guid.Empty), new EndSlot(), new NameCoHost(Guid.Empty), new DismissCoHost(Guid.Empty),
        new OpenBoard(), new AllowBoard(true), new ChangeBoard([]), new ClearBoard(), new CloseBoard(),
        new DrawStroke(Guid.Empty, 1, InkTool.Pen, InkColor.Ink, [0, 0, 1, 1]), new EraseStrokes([1]), new ClearSlide(Guid.Empty, 1),
        new OpenBreakouts([]), new MoveToBreakout([], 1), new EnterBreakout(1), new CallForHelp(), new AnswerHelp(1), new TellBreakouts("Soon"), new RecallBreakouts(), new ExtendBreakouts(5), new DoInBreakout(1, new MuteStudents()),
        new StartClass(), new EndClass(),
    ];

    [Fact]
    public async Task A_co_host_is_refused_only_what_is_the_hosts_alone()
    {
        var (_, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await amara.Do(new NameCoHost(mei.Id));
        var actor = new ClassActor(mei.Id, Cast.Mei, ClassRole.Student);
        foreach (var command in Commands)
        {
            var receipt = await mei.Send(command);
            Assert.True(actor.May(command, isCoHost: true) == (receipt.Refusal?.Message != ClassRefusals.NotYourRole.Message), $"{command.GetType().Name}: {receipt}");
        }
        await amara.Do(new DismissCoHost(mei.Id));
        Assert.Equal(ClassRefusals.NotYourRole.Message, (await mei.Send(new LowerAllHands())).Refusal?.Message);
    }

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
    public async Task A_guest_is_refused_exactly_what_they_may_not()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await using var ada = await GuestInAClass.Arrive(school, classId, await GuestInAClass.Invite(school, classId, "Ada Byron"));
        Assert.Null(await ada.Join());
        var actor = new ClassActor(Guid.Empty, "Ada Byron", ClassRole.Guest);
        foreach (var command in Commands)
        {
            var receipt = await ada.Send(command);
            Assert.True(actor.May(command) == (receipt.Refusal?.Message != ClassRefusals.NotYourRole.Message), $"{command.GetType().Name}: {receipt}");
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

    /// <summary>Each method of the hub and what it answers to visitor (who does not connect), a student, a stranger, somebody removed.</summary>
    private static readonly Dictionary<string, (object?[] Arguments, string Student, string Stranger)> Methods = new()
    {
        ["Join"] = ([null, 0], "", "NotFound"),
        ["Send"] = ([new PostChat("Hello"), "key-of-matrix", null], "", "Conflict"),
        ["Signal"] = ([new Reaction(ReactionKind.Clap)], "", ""),
        ["Watch"] = ([Array.Empty<WatchedInterval>()], "", "Conflict"),
        ["Ping"] = ([], "", ""),
        ["AgreeToRecording"] = ([], "", "Conflict"),
        ["EnterMedia"] = (["device-of-matrix"], "", "Conflict"),
        ["Publish"] = ([new MediaOffer("v=0", ImmutableDictionary<string, MediaSource>.Empty.Add("0", MediaSource.Microphone))], "", "Conflict"),
        ["Desire"] = ([Array.Empty<WantedTrack>()], "", "Conflict"),
        ["Answer"] = ([1, "v=0"], "", "Conflict"),
        ["RestartMedia"] = ([], "", "Conflict"),
        ["RenewMedia"] = ([], "", "Conflict"),
        ["LeaveMedia"] = ([], "", ""),
    };

    [Fact]
    public void Every_method_of_the_hub_has_a_row() =>
        Assert.Equal(Methods.Keys.Order(), typeof(Lyceum.Web.Features.Classes.Live.ClassHub).GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly)
            .Where(m => !m.IsVirtual).Select(m => m.Name).Order());

    [Theory]
    [InlineData(Cast.Mei, true)]
    [InlineData(Cast.Elif, true)]
    [InlineData(Cast.Amara, true)]
    [InlineData(Cast.Ruth, true)]
    [InlineData(Cast.Leo, false)]
    [InlineData(Cast.IngridDahl, false)]
    [InlineData(Cast.Zofia, false)]
    public async Task Each_method_answers_each_asker_as_its_row_says(string who, bool isMember)
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await using var line = await HubClient.Connect(await school.SignIn(who), school.Address);
        foreach (var (method, (arguments, student, stranger)) in Methods)
        {
            var answer = await line.Call<System.Text.Json.JsonElement?>(method, [.. arguments.Select((argument, i) => method == "Join" && i == 0 ? classId : argument)]);
            Assert.Equal((method, isMember ? student : stranger), (method, KindOf(answer)));
        }
    }

    private static string KindOf(System.Text.Json.JsonElement? answer)
    {
        if (answer is not { ValueKind: System.Text.Json.JsonValueKind.Object } said) return "";
        if (said.TryGetProperty("refusal", out var refusal)) return refusal.ValueKind == System.Text.Json.JsonValueKind.Object ? refusal.GetProperty("kind").GetString()! : "";
        return said.GetProperty("kind").GetString()!;
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
