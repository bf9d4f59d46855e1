using System.Net;
using System.Net.Http.Json;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Classes;
using Lyceum.Web.Features.Classes.Live;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes.Breakouts;

public sealed class BreakoutHubTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    private sealed record Cast4(Guid ClassId, Participant Amara, Participant Mei, Participant Jonas, Participant Lucia) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var one in new[] { Amara, Mei, Jonas, Lucia }) await one.DisposeAsync();
        }
    }

    // Mei and Jonas in the first room, Lucía in the second.
    private async Task<Cast4> Open()
    {
        var (classId, amara, mei) = await school.StartClass();
        var jonas = await Participant.Join(school, Cast.Jonas, classId);
        var lucia = await Participant.Join(school, Cast.Lucia, classId);
        var opened = await amara.Do(new OpenBreakouts([new("Buses", [mei.Id, jonas.Id]), new("Heights", [lucia.Id])], Minutes: 10));
        foreach (var one in new[] { amara, mei, jonas, lucia }) await one.Until(() => one.State.Breakouts.Places.Count == 3);
        Assert.True(opened > 0);
        return new(classId, amara, mei, jonas, lucia);
    }

    private static IEnumerable<string> Lines(Participant who) => who.Seen.Select(e => e.Event.Bare()).OfType<ChatPosted>().Select(line => line.Text);

    [Fact]
    public async Task What_is_said_in_a_room_reaches_those_in_it_and_the_staff_live_on_coming_back_and_in_the_replay()
    {
        await using var cast = await Open();
        await cast.Mei.Do(new DoInBreakout(1, new PostChat("Which bus?")));
        await cast.Lucia.Do(new DoInBreakout(2, new PostChat("How tall?")));
        var last = await cast.Amara.Do(new PostChat("In the class"));
        foreach (var one in new[] { cast.Amara, cast.Mei, cast.Jonas, cast.Lucia }) await one.SeesThrough(last);
        Assert.Equal(["Which bus?", "How tall?", "In the class"], Lines(cast.Amara));
        Assert.Equal(["Which bus?", "In the class"], Lines(cast.Jonas));
        Assert.Equal(["How tall?", "In the class"], Lines(cast.Lucia));

        await using var again = await Participant.Join(school, Cast.Jonas, cast.ClassId);
        Assert.Equal("Which bus?", again.State.Within(1)!.Chat.Single().Text);
        Assert.Empty(again.State.Within(2)!.Chat);
        Assert.All(new[] { cast.Amara, cast.Mei, cast.Jonas, cast.Lucia, again }, one => Assert.Empty(one.Faults));

        await cast.Amara.Do(new EndClass());
        Assert.Equal(["Which bus?", "In the class"], await Replayed(cast.ClassId, Cast.Mei));
        Assert.Equal(["How tall?", "In the class"], await Replayed(cast.ClassId, Cast.Lucia));
        Assert.Equal(["In the class"], await Replayed(cast.ClassId, Cast.Samir));
        Assert.Equal(["Which bus?", "How tall?", "In the class"], await Replayed(cast.ClassId, Cast.Elif));
    }

    [Fact]
    public async Task A_student_who_is_moved_keeps_what_they_heard_and_hears_nothing_more_of_the_room_they_left()
    {
        await using var cast = await Open();
        await cast.Mei.Do(new DoInBreakout(1, new PostChat("Before")));
        await cast.Amara.Do(new MoveToBreakout([cast.Jonas.Id], 2));
        await cast.Mei.Do(new DoInBreakout(1, new PostChat("He left")));
        var last = await cast.Lucia.Do(new DoInBreakout(2, new PostChat("Welcome")));
        await cast.Jonas.SeesThrough(last);
        Assert.Equal(["Before", "Welcome"], Lines(cast.Jonas));
        Assert.Equal(BreakoutRefusals.NotThere.Message, (await cast.Jonas.Send(new DoInBreakout(1, new PostChat("Wait")))).Refusal?.Message);
        Assert.Equal(BreakoutRefusals.NotYourRoom.Message, (await cast.Mei.Send(new EnterBreakout(2))).Refusal?.Message);
    }

    [Fact]
    public async Task Whoever_leads_makes_the_rooms_of_the_course_s_groups_and_who_comes_late_goes_to_their_group_s()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var set = GroupSet.New(school.Statistics.Id, "Tables", SchoolFixture.Start).Value;
        CourseGroup[] groups = [CourseGroup.New(set.Id, 1, "Bus times").Value, CourseGroup.New(set.Id, 2, "Tides").Value];
        await school.Write(db =>
        {
            db.GroupSets.Add(set);
            db.Groups.AddRange(groups);
            db.GroupMembers.AddRange(GroupMember.Of(groups[0], mei.Id), GroupMember.Of(groups[1], school.People[Cast.Jonas]));
        });
        var address = $"/courses/statistics/classes/{classId}/groups";
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Mei)).GetAsync(address)).StatusCode);
        var offered = (await (await school.SignIn(Cast.Amara)).GetFromJsonAsync<GroupSetChoice[]>(address, ClassJson.Options))!.Single(one => one.Id == set.Id);
        Assert.Equal([("Bus times", "Mei Tanaka"), ("Tides", "Jonas Weber")], offered.Groups.Select(one => (one.Name, one.People.Single().Name)));

        await amara.Do(new OpenBreakouts([.. offered.Groups.Select(one => new PlannedBreakout(one.Name, [.. one.People.Select(person => person.Id)]))]));
        await mei.Until(() => mei.State.PlaceOf(mei.Id) == 1);
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        Assert.Equal(2, jonas.State.Breakouts.Assigned[jonas.Id]);
        await jonas.Do(new EnterBreakout(2));
        await amara.Until(() => amara.State.PlaceOf(jonas.Id) == 2);
    }

    [Fact]
    public async Task Signs_of_the_moment_stay_in_the_room_in_which_they_are_given()
    {
        await using var cast = await Open();
        await cast.Mei.Line.Tell("Signal", new Reaction(ReactionKind.Clap));
        await cast.Jonas.Until(() => cast.Jonas.Signals.Any(s => s.Signal is Reaction));
        await cast.Amara.Line.Tell("Signal", new Reaction(ReactionKind.Heart));
        await cast.Amara.Until(() => cast.Amara.Signals.Any(s => s.Signal is Reaction { Kind: ReactionKind.Heart }));
        Assert.DoesNotContain(cast.Amara.Signals, s => s.Signal is Reaction { Kind: ReactionKind.Clap });
        Assert.DoesNotContain(cast.Lucia.Signals, s => s.Signal is Reaction);
    }

    [Fact]
    public async Task A_call_for_help_reaches_the_host_and_a_visit_answers_it()
    {
        await using var cast = await Open();
        await cast.Lucia.Do(new CallForHelp());
        await cast.Amara.Until(() => cast.Amara.State.Breakouts.Rooms[1].Help is not null);
        Assert.Null(cast.Mei.State.Breakouts.Rooms[1].Help);
        await cast.Amara.Do(new EnterBreakout(2));
        await cast.Lucia.Until(() => cast.Lucia.State.PlaceOf(cast.Amara.Id) == 2 && cast.Lucia.State.Breakouts.Rooms[1].Help is null);
        await cast.Amara.Do(new TellBreakouts("Three minutes."));
        await cast.Mei.Until(() => cast.Mei.State.Breakouts.Said.Any(line => line.Text == "Three minutes."));
    }

    [Fact]
    public async Task When_the_time_is_over_the_clock_of_the_class_calls_everybody_back()
    {
        await using var cast = await Open();
        school.Clock.Advance(Duration.FromMinutes(10));
        await cast.Mei.Until(() => cast.Mei.State.Breakouts.BackMs is not null);
        school.Clock.Advance(Duration.FromSeconds(31));
        await cast.Mei.Until(() => !cast.Mei.State.AreBreakoutsOpen());
        Assert.Null(cast.Mei.State.PlaceOf(cast.Mei.Id));
    }

    [Fact]
    public async Task Whoever_loses_the_line_comes_back_into_their_room_and_time_there_is_time_in_the_class()
    {
        await using var cast = await Open();
        Assert.Null(await cast.Mei.Reconnect());
        await cast.Mei.Do(new DoInBreakout(1, new PostChat("Back")));
        school.Clock.Advance(Duration.FromMinutes(5));
        await cast.Amara.Do(new EndClass());
        await cast.Mei.Until(() => cast.Mei.State.Phase == ClassPhase.Ended);
        Assert.False(cast.Mei.State.AreBreakoutsOpen());
        await using var scope = school.Services.CreateAsyncScope();
        var record = await Lyceum.Web.Features.Classes.ClassRecord.Read(scope.ServiceProvider.GetRequiredService<Lyceum.Data.SchoolDb>(), cast.ClassId, school.Clock.GetCurrentInstant(), default);
        Assert.True(record!.AttendedBy(cast.Mei.Id).TotalMs >= 5 * 60_000);
    }

    [Fact]
    public async Task A_server_that_comes_back_reads_from_the_log_who_is_in_which_room()
    {
        await using var cast = await Open();
        await cast.Mei.Do(new DoInBreakout(1, new TurnOn(MediaSource.Microphone)));
        await using var scope = school.Services.CreateAsyncScope();
        var disk = scope.ServiceProvider.GetRequiredService<Lyceum.Data.SchoolDb>();
        var loaded = await Lyceum.Data.Classes.ClassLog.Load(disk, cast.ClassId, default);
        var state = loaded!.Later.Aggregate(loaded.Whole, (folded, logged) => folded.Apply(logged));
        var room = await scope.ServiceProvider.GetRequiredService<ClassRooms>().Open(cast.ClassId);
        Assert.Equal(room!.State.Breakouts.Places.Order(Comparer<KeyValuePair<Guid, int>>.Create((a, b) => a.Key.CompareTo(b.Key))), state.Breakouts.Places.Order(Comparer<KeyValuePair<Guid, int>>.Create((a, b) => a.Key.CompareTo(b.Key))));
        Assert.True(state.Within(1)!.Media.IsOn(cast.Mei.Id, MediaSource.Microphone));
    }

    private async Task<string[]> Replayed(Guid classId, string who)
    {
        var answer = await (await school.SignIn(who)).GetAsync($"/courses/statistics/classes/{classId}/log");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var log = System.Text.Json.JsonSerializer.Deserialize<ReplayLog>(await answer.Content.ReadAsStringAsync(), ClassJson.Options)!;
        return [.. log.Events.Select(e => e.Event.Bare()).OfType<ChatPosted>().Select(line => line.Text)];
    }
}
