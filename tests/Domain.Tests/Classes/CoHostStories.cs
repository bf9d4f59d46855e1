using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

internal static class CoHostStories
{
    public static ClassOnTheTable CoHosts()
    {
        var table = Started();
        var samir = new ClassActor(Person(40), "Samir Haddad", ClassRole.Student);
        table.After(minutes: 2).Do(Amara, new NameCoHost(Mei.PersonId));
        table.Do(Amara, new NameCoHost(Jonas.PersonId));
        table.Do(Mei, new KeepDoor(false, true));
        table.Do(samir, new Knock(null));
        table.After(seconds: 12).Do(Mei, new LetIn([samir.PersonId]));
        table.Do(samir, new ConnectPerson("s"));
        table.Do(Lucia, new PostChat("I was ill last week.", IsToStaff: true));
        table.Do(Lucia, new RaiseHand());
        table.Do(Mei, new LowerHand(Lucia.PersonId));
        table.Do(Jonas, new TurnSlide(4));
        table.Do(Jonas, new PreparePoll("Ready?", ["Yes", "No"], [], false));
        table.After(minutes: 5).Do(Amara, new DismissCoHost(Jonas.PersonId));
        table.Do(Amara, new SendAway(Mei.PersonId));
        table.Do(Amara, new NameCoHost(Lucia.PersonId));
        table.After(minutes: 60).Do(Amara, new EndClass());
        return table;
    }
}
