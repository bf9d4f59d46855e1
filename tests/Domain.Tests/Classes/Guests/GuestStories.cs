using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

internal static class GuestStories
{
    public static readonly ClassActor Ada = new(Person(60), "Ada Byron", ClassRole.Guest);
    /// <summary>Whoever opened Ada's link elsewhere.</summary>
    public static readonly ClassActor AdaElsewhere = new(Person(61), "Ada Byron", ClassRole.Guest);

    public static ClassOnTheTable LinkUsedTwice()
    {
        var table = Started();
        table.After(minutes: 1).Do(Ada, new ConnectPerson("ada-1"));
        table.Do(Ada, new PostChat("Good evening, I am the guest."));
        table.Do(Ada, new TurnOn(MediaSource.Microphone));
        table.After(minutes: 4).Do(null, new NoticeSharedLink("Ada Byron", Ada.PersonId, AdaElsewhere.PersonId));
        table.Do(AdaElsewhere, new Knock(null));
        table.After(seconds: 20).Do(Amara, new LetIn([AdaElsewhere.PersonId]));
        table.Do(AdaElsewhere, new ConnectPerson("ada-2"));
        table.After(minutes: 2).Do(Amara, new SendAway(AdaElsewhere.PersonId));
        table.Do(AdaElsewhere, new DisconnectPerson("ada-2"));
        var poll = table.State.Polls[0].Id;
        table.Do(Amara, new OpenPoll(poll));
        table.Do(Ada, new AnswerPoll(poll, [0]));
        table.Do(Ada, new AskQuestion("Who was Gosset?"));
        table.After(minutes: 60).Do(Amara, new EndClass());
        return table;
    }
}
