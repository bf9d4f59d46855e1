using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class DoorRulesTests
{
    private static readonly ClassActor Samir = new(Person(40), "Samir Haddad", ClassRole.Student);

    [Fact]
    public void At_a_kept_door_a_newcomer_waits_until_let_in_and_whoever_was_in_comes_back()
    {
        var table = Kept();
        Assert.Equal(DoorRules.WaitToBeLetIn, table.Try(Samir, new ConnectPerson("s")).Refusal);
        table.Do(Samir, new Knock(null));
        Assert.Equal([Samir.PersonId], table.State.Door.Waiting.Select(w => w.PersonId));
        table.Do(Mei, new DisconnectPerson("Mei Tanaka-1"));
        table.Do(Mei, new ConnectPerson("Mei Tanaka-2"));
        table.Do(Elif, new LetIn([Samir.PersonId]));
        Assert.Empty(table.State.Door.Waiting);
        table.Do(Samir, new ConnectPerson("s"));
    }

    [Fact]
    public void Who_waits_is_known_to_staff_alone()
    {
        var table = Kept();
        table.Do(Samir, new Knock(null));
        table.Do(Amara, new LetIn([Samir.PersonId]));
        Assert.Equal(RoomDoor.Open with { IsKept = true }, Fold(table.SeenBy(Mei)).Door with { LetIn = [], SentAway = [], Waiting = [] });
        Assert.Empty(Fold(table.SeenBy(Mei)).Door.LetIn);
        Assert.DoesNotContain(Samir.PersonId, Fold(table.SeenBy(Mei)).People.Keys);
    }

    [Fact]
    public void Knocking_again_soon_changes_nothing_and_later_it_is_noted()
    {
        var table = Kept();
        table.Do(Samir, new Knock(null));
        Assert.Empty(table.After(seconds: 8).Try(Samir, new Knock(null)).Value.Events);
        table.After(seconds: 30).Do(Samir, new Knock(null));
        Assert.Equal(table.Now, Assert.Single(table.State.Door.Waiting).At);
    }

    [Fact]
    public void A_locked_room_takes_nobody_new_but_staff()
    {
        var table = Started();
        table.Do(Amara, new KeepDoor(true, false));
        Assert.Equal(DoorRules.Locked, table.Try(Samir, new ConnectPerson("s")).Refusal);
        table.Do(new(Person(41), "Tomás", ClassRole.Assistant), new ConnectPerson("t"));
        table.Do(Amara, new KeepDoor(false, false));
        table.Do(Samir, new ConnectPerson("s"));
    }

    [Fact]
    public void Whoever_was_sent_away_comes_back_only_when_let_in_and_may_replay_the_class()
    {
        var table = Started();
        Assert.Equal(DoorRules.NoStaffAway, table.Try(Amara, new SendAway(Elif.PersonId)).Refusal);
        table.Do(Amara, new SendAway(Jonas.PersonId));
        Assert.Equal(DoorRules.WasSentAway, table.Try(Jonas, new ConnectPerson("again")).Refusal);
        table.Do(Amara, new LetIn([Jonas.PersonId]));
        table.Do(Jonas, new ConnectPerson("again"));
        table.Do(Amara, new SendAway(Jonas.PersonId));
        table.Do(Amara, new EndClass());
        Assert.Null(table.State.KeepsOut(Jonas));
    }

    private static ClassOnTheTable Kept()
    {
        var table = Started();
        table.Do(Amara, new KeepDoor(false, true));
        return table;
    }
}
