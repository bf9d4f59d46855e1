using System.Net;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Tests.Classes;

public sealed class ClassHubTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task What_one_says_all_see_in_the_order_of_the_log()
    {
        var (_, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        for (var i = 0; i < 20; i++) await (i % 2 == 0 ? amara : mei).Do(new PostChat($"Line {i}"));
        await amara.Until(() => amara.State.Chat.Length == 20);
        await mei.Until(() => mei.State.Chat.Length == 20);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"Line {i}"), mei.State.Chat.Select(l => l.Text));
        Assert.Empty(amara.Faults.Concat(mei.Faults));
    }

    [Fact]
    public async Task Whatever_anybody_sees_or_is_told_stands_on_disk_already()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        for (var i = 0; i < 10; i++)
        {
            var sequence = await mei.Do(new PostChat($"Line {i}"));
            Assert.True(await LastOnDisk(classId) >= sequence);
            await amara.SeesThrough(sequence);
            Assert.True(await LastOnDisk(classId) >= amara.Position);
        }
    }

    [Fact]
    public async Task A_command_that_is_sent_again_happens_once_and_gets_the_same_receipt()
    {
        var (_, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var receipts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => mei.Send(new PostChat("Once"), "the-same-key")));
        await mei.Reconnect();
        var again = await mei.Send(new PostChat("Once"), "the-same-key");
        Assert.Single(receipts.Append(again).Distinct());
        Assert.False((await amara.Send(new PostChat("Twice"), "the-same-key")).IsAccepted);
        await amara.SeesThrough(again.Sequence);
        Assert.Single(amara.State.Chat);
    }

    [Fact]
    public async Task Whoever_comes_back_gets_exactly_what_they_missed()
    {
        var (_, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await mei.SeesThrough(await amara.Do(new PostChat("Before")));
        var stood = mei.Position;
        await mei.Cut();
        var missed = new List<long>();
        for (var i = 0; i < 5; i++) missed.Add(await amara.Do(new PostChat($"Missed {i}")));
        await mei.Reconnect();
        await mei.SeesThrough(missed[^1]);
        Assert.Null(mei.Welcome!.State);
        Assert.All(mei.Welcome.Events, e => Assert.True(e.Sequence > stood));
        Assert.Equal(["Before", .. Enumerable.Range(0, 5).Select(i => $"Missed {i}")], mei.State.Chat.Select(l => l.Text));
        Assert.Empty(mei.Faults);
    }

    [Fact]
    public async Task A_newcomer_has_the_state_of_those_who_were_there_all_the_time()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var poll = amara.State.Polls[0].Id;
        await amara.Do(new OpenPoll(poll));
        await mei.Do(new AnswerPoll(poll, [1]));
        await mei.Do(new AskQuestion("Why?"));
        await amara.Do(new ShowPollResults(poll));
        await using var again = await Participant.Join(school, Cast.Mei, classId);
        var last = await amara.Do(new PostChat("There"));
        await mei.SeesThrough(last);
        await again.SeesThrough(last);
        Assert.Equal(Json(mei.State), Json(again.State));
        Assert.Equal([1], again.State.Polls.Single().Answers[again.Id].Choices);
    }

    [Fact]
    public async Task What_is_for_staff_does_not_reach_a_student_and_their_position_moves_past_it()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await amara.Do(ClassFixture.Poll);
        await mei.Do(new MarkLost());
        var last = await amara.Do(new PostChat("Go on"));
        foreach (var who in new[] { amara, mei, jonas }) await who.SeesThrough(last);
        Assert.Equal((2, 0, 0), (amara.State.Polls.Length, mei.State.Polls.Length, jonas.State.Polls.Length));
        Assert.Equal((1, 1, 0), (amara.State.Lost.Length, mei.State.Lost.Length, jonas.State.Lost.Length));
        Assert.Empty(jonas.Faults);
    }

    [Fact]
    public async Task A_removed_line_is_gone_for_those_who_come_later_too()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var line = await mei.Do(new PostChat("A secret"));
        await amara.Do(new RemoveChat(line));
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await jonas.Until(() => jonas.State.Chat is [{ IsRemoved: true, Text: "" }]);
        Assert.DoesNotContain("A secret", Json(jonas.Seen) + Json(jonas.Welcome));
        Assert.DoesNotContain(await school.Read(db => ClassLog.ReadAfter(db, classId, 0, default)), e => e.Event is ChatPosted { Text: "A secret" });
    }

    [Fact]
    public async Task A_line_to_the_staff_reaches_them_alone_and_whoever_comes_later_has_it_in_its_place()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await jonas.Do(new PostChat("First"));
        var quiet = await mei.Do(new PostChat("I have to leave early", IsToStaff: true));
        await amara.Do(new PostChat("That is fine", quiet));
        var last = await jonas.Do(new PostChat("Last"));
        foreach (var who in new[] { amara, mei, jonas }) await who.SeesThrough(last);
        Assert.Equal(["First", "Last"], jonas.State.Chat.Select(l => l.Text));
        Assert.DoesNotContain("leave early", Json(jonas.Seen));
        await using var again = await Participant.Join(school, Cast.Mei, classId);
        await again.SeesThrough(last);
        Assert.Equal(["First", "I have to leave early", "That is fine", "Last"], again.State.Chat.Select(l => l.Text));
        await mei.Do(new RemoveChat(quiet));
        await using var later = await Participant.Join(school, Cast.Mei, classId);
        Assert.DoesNotContain("leave early", Json(later.Seen) + Json(later.Welcome));
    }

    [Fact]
    public async Task At_a_kept_door_one_waits_is_let_in_and_may_be_sent_away()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await amara.Do(new KeepDoor(false, true));
        await using var jonas = new Participant(school, Cast.Jonas, classId);
        Assert.Equal(DoorRules.WaitToBeLetIn.Message, (await jonas.Connect())?.Message);
        await amara.Until(() => amara.State.Door.Waiting.Length == 1);
        Assert.Empty(mei.State.Door.Waiting);
        using var browser = await school.SignInAnew(Cast.Jonas);
        async Task<HttpStatusCode> ReadLog() => (await browser.GetAsync($"/courses/statistics/classes/{classId}/log")).StatusCode;
        Assert.Equal(HttpStatusCode.Conflict, await ReadLog());
        await amara.Do(new LetIn([jonas.Id]));
        Assert.Null(await jonas.Connect());
        Assert.Equal(HttpStatusCode.OK, await ReadLog());
        await amara.Do(new SendAway(jonas.Id));
        await jonas.Line.Over.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("Forbidden", (await jonas.Connect())?.Kind);
        Assert.Equal(HttpStatusCode.Forbidden, await ReadLog());
        await amara.Do(new LetIn([jonas.Id]));
        Assert.Null(await jonas.Connect());
        await amara.Do(new SendAway(jonas.Id));
        await amara.Do(new EndClass());
        Assert.Equal(HttpStatusCode.OK, await ReadLog());
    }

    [Fact]
    public async Task A_member_who_is_removed_is_cut_at_once_and_does_not_get_back_in()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await using var samir = await Participant.Join(school, Cast.Samir, classId);
        await school.Write(async db => (await db.Enrollments.AsTracking().SingleAsync(e => e.PersonId == samir.Id && e.CourseId == school.Statistics.Id)).Remove(SchoolFixture.Start));
        await samir.Line.Over.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("NotFound", (await samir.Connect())?.Kind);
        await amara.Until(() => amara.State.People[samir.Id].Connections.IsEmpty);
        await school.Write(async db => (await db.Enrollments.AsTracking().SingleAsync(e => e.PersonId == samir.Id && e.CourseId == school.Statistics.Id)).Return(SchoolFixture.Start));
    }

    [Fact]
    public async Task The_doors_open_when_the_lobby_does()
    {
        var classId = await school.AddClass(school.Clock.GetCurrentInstant() + Duration.FromMinutes(11));
        await using var early = new Participant(school, Cast.Mei, classId);
        Assert.Equal(ClassRefusals.DoorsClosed.Message, (await early.Connect())?.Message);
        var soon = await school.AddClass(school.Clock.GetCurrentInstant() + Duration.FromMinutes(9));
        await using var inTime = await Participant.Join(school, Cast.Mei, soon);
        Assert.Equal(ClassPhase.Open, inTime.State.Phase);
        var longAgo = await school.AddClass(school.Clock.GetCurrentInstant() - Duration.FromMinutes(106));
        await using var tooLate = new Participant(school, Cast.Mei, longAgo);
        Assert.Equal(ClassRefusals.HasEnded.Message, (await tooLate.Connect())?.Message);
    }

    [Fact]
    public async Task Strangers_find_no_class()
    {
        var classId = await school.AddClass();
        foreach (var who in new[] { Cast.Leo, Cast.IngridDahl, Cast.Zofia })
        {
            await using var stranger = new Participant(school, who, classId);
            Assert.Equal("NotFound", (await stranger.Connect())?.Kind);
        }
    }

    [Fact]
    public async Task What_is_of_the_moment_reaches_others_and_not_the_log()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var before = await LastOnDisk(classId);
        await mei.Line.Tell("Signal", new Reaction(ReactionKind.Clap));
        await mei.Line.Tell("Signal", new Pointer(.5, .5));
        await amara.Line.Tell("Signal", new Pointer(.1, .2));
        await amara.Until(() => amara.Signals.Count == 2);
        Assert.Equal([new(amara.Id, new Pointer(.1, .2)), new(mei.Id, new Reaction(ReactionKind.Clap))], amara.Signals.OrderBy(s => s.Signal is Reaction));
        Assert.Equal(before, await LastOnDisk(classId));
    }

    [Fact]
    public async Task A_connection_that_does_not_read_holds_up_nobody()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        using var sleeper = new System.Net.WebSockets.ClientWebSocket();
        await sleeper.ConnectAsync(new UriBuilder(school.Address) { Scheme = "ws", Path = "/hubs/class" }.Uri, await school.SignIn(Cast.Jonas), CancellationToken.None);
        await SendOnly(sleeper, """{"protocol":"json","version":1}""");
        await SendOnly(sleeper, $$"""{"type":1,"target":"Join","arguments":["{{classId}}",0]}""");
        await amara.Until(() => amara.State.People.ContainsKey(school.People[Cast.Jonas]));
        var text = new string('x', 1900);
        long last = 0;
        for (var i = 0; i < 300; i++) last = await mei.Do(new PostChat(text));
        await amara.SeesThrough(last);
        await mei.SeesThrough(last);
    }

    private static Task SendOnly(System.Net.WebSockets.ClientWebSocket socket, string json) =>
        socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(json + '\u001e'), System.Net.WebSockets.WebSocketMessageType.Text, true, CancellationToken.None);

    private Task<long> LastOnDisk(Guid classId) => school.Read(db => db.ClassEvents.Where(e => e.ClassId == classId).MaxAsync(e => e.Sequence));

    private static string Json<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value, ClassJson.Options);
}
