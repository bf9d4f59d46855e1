using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.Breakouts.BreakoutStories;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes.Breakouts;

public class BreakoutRulesTests
{
    [Fact]
    public void Opening_brings_those_who_are_there_into_their_rooms_and_their_sound_and_hands_do_not_stay_behind()
    {
        var state = Opened().State;
        Assert.Equal([1, 1, 2], new[] { Mei, Jonas, Lucia }.Select(p => state.PlaceOf(p.PersonId)));
        Assert.Null(state.PlaceOf(Amara.PersonId));
        Assert.Empty(state.Media.On);
        Assert.Empty(state.Hands);
        Assert.Equal(30 * 60_000, state.Breakouts.EndsMs);
    }

    [Fact]
    public void What_is_said_in_a_room_is_for_those_in_it_and_the_staff()
    {
        var table = Opened();
        var line = table.Do(Mei, new DoInBreakout(1, new PostChat("Only us")));
        Assert.Equal([true, true, false, true, true], new[] { Mei, Jonas, Lucia, Amara, Elif }.Select(p => table.SeenBy(p).Any(e => e.Sequence == line)));
        Assert.Empty(table.State.Chat);
        Assert.Equal("Only us", table.State.Within(1)!.Chat.Single().Text);
    }

    [Fact]
    public void Whoever_is_moved_sees_of_each_room_the_time_they_were_in_it()
    {
        var table = Opened();
        var before = table.Do(Lucia, new DoInBreakout(2, new PostChat("Before")));
        table.Do(Amara, new MoveToBreakout([Jonas.PersonId], 2));
        var after = table.Do(Lucia, new DoInBreakout(2, new PostChat("After")));
        var left = table.Do(Mei, new DoInBreakout(1, new PostChat("Where is he?")));
        Assert.Equal([false, true, false], new[] { before, after, left }.Select(line => table.SeenBy(Jonas).Any(e => e.Sequence == line)));
    }

    [Fact]
    public void A_co_host_sees_all_rooms_from_then_on()
    {
        var table = Opened();
        table.Do(Amara, new NameCoHost(Lucia.PersonId));
        var line = table.Do(Mei, new DoInBreakout(1, new PostChat("Hello")));
        Assert.Contains(table.SeenBy(Lucia), e => e.Sequence == line);
    }

    [Fact]
    public void Nobody_acts_in_a_room_in_which_they_are_not()
    {
        var table = Opened();
        Assert.Equal(BreakoutRefusals.NotThere, table.Try(Lucia, new DoInBreakout(1, new PostChat("Hello"))).Refusal);
        Assert.Equal(BreakoutRefusals.NotThere, table.Try(Amara, new DoInBreakout(1, new PostChat("Hello"))).Refusal);
        Assert.Equal(BreakoutRefusals.NoSuchRoom, table.Try(Mei, new DoInBreakout(9, new PostChat("Hello"))).Refusal);
        Assert.Equal(BreakoutRefusals.OnlyInClass, table.Try(Amara, new DoInBreakout(1, new EndClass())).Refusal);
        Assert.Equal(ClassRefusals.NotYourRole, table.Try(Mei, new DoInBreakout(1, new MuteStudents())).Refusal);
        Assert.Equal(ClassRefusals.OnlyLive, table.Try(Mei, new DoInBreakout(1, new PostChat("Earlier")), 1_000).Refusal);
    }

    [Fact]
    public void A_student_goes_into_their_own_room_and_back_and_into_no_other()
    {
        var table = Opened();
        table.Do(Mei, new EnterBreakout(null));
        Assert.Null(table.State.PlaceOf(Mei.PersonId));
        Assert.Equal(BreakoutRefusals.NotYourRoom, table.Try(Mei, new EnterBreakout(2)).Refusal);
        table.Do(Mei, new EnterBreakout(1));
        Assert.Equal(1, table.State.PlaceOf(Mei.PersonId));
    }

    [Fact]
    public void Whoever_comes_late_lands_in_the_class_and_finds_the_way_to_their_room()
    {
        var table = Started();
        table.Do(Lucia, new DisconnectPerson("Lucía Fernández-1"));
        table.Do(Amara, new OpenBreakouts([.. Pair([Mei.PersonId], [Lucia.PersonId])]));
        table.Do(Lucia, new ConnectPerson("l-2"));
        Assert.Null(table.State.PlaceOf(Lucia.PersonId));
        table.Do(Lucia, new EnterBreakout(2));
        Assert.Equal(2, table.State.PlaceOf(Lucia.PersonId));
    }

    [Fact]
    public void A_line_that_breaks_leaves_one_in_the_room_without_sound()
    {
        var table = Opened();
        table.Do(Mei, new DoInBreakout(1, new TurnOn(MediaSource.Microphone)));
        table.Do(Mei, new DisconnectPerson("Mei Tanaka-1"));
        Assert.Empty(table.State.Within(1)!.Media.On);
        table.Do(Mei, new ConnectPerson("m-2"));
        Assert.Equal(1, table.State.PlaceOf(Mei.PersonId));
    }

    [Fact]
    public void When_the_time_is_over_all_are_called_and_half_a_minute_later_they_are_back()
    {
        var table = Opened();
        table.After(minutes: 9).Do(null, new KeepBreakoutTime());
        Assert.Null(table.State.Breakouts.BackMs);
        table.After(minutes: 1).Do(null, new KeepBreakoutTime());
        Assert.Equal(30 * 60_000 + BreakoutRules.CountdownMs, table.State.Breakouts.BackMs);
        table.After(seconds: 29).Do(null, new KeepBreakoutTime());
        Assert.True(table.State.AreBreakoutsOpen());
        table.After(seconds: 1).Do(null, new KeepBreakoutTime());
        Assert.False(table.State.AreBreakoutsOpen());
        Assert.Empty(table.State.Breakouts.Places);
        Assert.Equal(BreakoutRefusals.HasClosed, table.Try(Mei, new DoInBreakout(1, new PostChat("One more"))).Refusal);
    }

    [Fact]
    public void More_time_takes_the_call_back()
    {
        var table = Opened();
        table.After(minutes: 3).Do(Amara, new RecallBreakouts());
        table.Do(Amara, new ExtendBreakouts(5));
        Assert.Equal((35 * 60_000L, null), (table.State.Breakouts.EndsMs, table.State.Breakouts.BackMs));
    }

    [Fact]
    public void The_end_of_the_class_closes_the_rooms()
    {
        var table = Opened();
        table.After(minutes: 5).Do(Amara, new EndClass());
        Assert.All(table.State.Breakouts.Rooms, room => Assert.Equal(25 * 60_000, room.ClosedMs));
    }

    [Fact]
    public void Rooms_are_two_to_twenty_each_person_is_in_one_and_ids_are_never_used_again()
    {
        var table = Started();
        Assert.Equal(BreakoutRefusals.HowMany, table.Try(Amara, new OpenBreakouts([new("Alone", [])])).Refusal);
        Assert.Equal(BreakoutRefusals.Twice, table.Try(Amara, new OpenBreakouts([.. Pair([Mei.PersonId], [Mei.PersonId])])).Refusal);
        Assert.Equal(ClassRefusals.NotYourRole, table.Try(Mei, new OpenBreakouts([.. Pair([], [])])).Refusal);
        table.Do(Amara, new OpenBreakouts([.. Pair([], [])]));
        Assert.Equal(BreakoutRefusals.AreOpen, table.Try(Amara, new OpenBreakouts([.. Pair([], [])])).Refusal);
        table.Do(Amara, new RecallBreakouts());
        table.After(seconds: 30).Do(null, new KeepBreakoutTime());
        table.Do(Amara, new OpenBreakouts([.. Pair([], [])]));
        Assert.Equal([1, 2, 3, 4], table.State.Breakouts.Rooms.Select(room => room.Id));
    }

    [Theory, MemberData(nameof(OfTheClass))]
    public void What_is_the_whole_class_s_is_not_done_in_a_room(ClassCommand command) =>
        Assert.Equal(BreakoutRefusals.OnlyInClass, Opened().Try(Amara, new DoInBreakout(1, command)).Refusal);

    public static TheoryData<ClassCommand> OfTheClass =>
        [new StartClass(), new EndClass(), new KeepDoor(true, false), new SendAway(Mei.PersonId), new NameCoHost(Mei.PersonId), new StartChapter("Next"), new EndSlot(), new RecallBreakouts(), new DoInBreakout(1, new RaiseHand())];

    [Fact]
    public void Time_in_a_room_is_time_in_the_class()
    {
        var table = ThereAndBack();
        Assert.True(Attendance.Fold(table.Log, table.State.OffsetAt(table.Now))[Mei.PersonId].TotalMs > 55 * 60_000);
    }
}
