using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes.Breakouts;

internal static class BreakoutStories
{
    public static PlannedBreakout[] Pair(Guid[] buses, Guid[] heights) => [new("Buses", [.. buses]), new("Heights", [.. heights])];

    /// <summary>Two rooms are open since minute 20: Mei and Jonas in the first, Lucía in the second, for ten minutes.</summary>
    public static ClassOnTheTable Opened()
    {
        var table = Started();
        table.Do(Mei, new TurnOn(MediaSource.Microphone));
        table.Do(Jonas, new RaiseHand());
        table.After(minutes: 20).Do(Amara, new OpenBreakouts([.. Pair([Mei.PersonId, Jonas.PersonId], [Lucia.PersonId])], Minutes: 10));
        return table;
    }

    public static ClassOnTheTable ThereAndBack()
    {
        var table = Opened();
        table.Do(Mei, new DoInBreakout(1, new TurnOn(MediaSource.Microphone)));
        table.Do(null, new DoInBreakout(1, new BeginTrack(Mei.PersonId, MediaSource.Microphone, "m.webm", table.Now)));
        table.After(seconds: 20).Do(Mei, new DoInBreakout(1, new PostChat("Shall we take the 18 bus?")));
        var rude = table.Do(Jonas, new DoInBreakout(1, new PostChat("No!")));
        table.Do(Jonas, new DoInBreakout(1, new RemoveChat(rude)));
        table.Do(Lucia, new DoInBreakout(2, new PostChat("I am alone here.")));
        table.Do(Lucia, new CallForHelp());
        table.After(minutes: 2).Do(Amara, new EnterBreakout(2));
        table.Do(Amara, new DoInBreakout(2, new TurnSlide(1)));
        table.Do(Amara, new MoveToBreakout([Jonas.PersonId], 2));
        table.Do(Jonas, new CallForHelp());
        table.Do(Elif, new AnswerHelp(2));
        table.Do(Amara, new EnterBreakout(null));
        table.Do(Jonas, new DisconnectPerson("Jonas Weber-1"));
        table.Do(Amara, new TellBreakouts("Three minutes to go."));
        table.After(seconds: 5).Do(null, new ResumeRoom(table.Now));
        table.Do(Mei, new ConnectPerson("m-2"));
        table.Do(Mei, new DoInBreakout(1, new AskQuestion("Does the 18 count?")));
        table.After(minutes: 8).Do(null, new KeepBreakoutTime());
        table.Do(Elif, new ExtendBreakouts(2));
        table.After(minutes: 1).Do(Amara, new RecallBreakouts());
        table.Do(Mei, new EnterBreakout(null));
        table.After(seconds: 31).Do(null, new KeepBreakoutTime());
        table.Do(null, new DoInBreakout(1, new EndTrack("m.webm", 120_000)));
        table.After(minutes: 5).Do(Amara, new OpenBreakouts([.. Pair([], [])], TheyChoose: true));
        table.Do(Mei, new EnterBreakout(4));
        table.Do(Mei, new DoInBreakout(4, new RaiseHand()));
        table.After(minutes: 20).Do(Amara, new EndClass());
        return table;
    }
}
