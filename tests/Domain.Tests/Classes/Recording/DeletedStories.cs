using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes.Recording;

internal static class DeletedStories
{
    /// <summary>A class of which all that was said, shown and drawn has been deleted: who was there stays.</summary>
    public static ClassOnTheTable DeletedRecording()
    {
        var table = Started();
        table.Do(null, new BeginTrack(Amara.PersonId, MediaSource.Microphone, "voice.webm", Start));
        table.After(minutes: 3).Do(Mei, new PostChat("Good evening from Kyoto"));
        table.Do(Amara, new DrawStroke(Doors.Deck!.FileId, 1, InkTool.Pen, InkColor.Stress, [0, 0, 5_000, 5_000]));
        var asked = table.After(minutes: 4).Do(Jonas, new AskQuestion("Is n = 30 a rule?"));
        table.Do(Amara, new StartAnswer(asked));
        table.After(minutes: 60).Do(Amara, new EndClass());
        for (var i = 0; i < table.Log.Count; i++)
            if (table.Log[i].Event is not (ClassOpened or ClassStarted or ClassEnded or Introduced or Joined or Left)) table.Log[i] = table.Log[i] with { ActorId = null, Event = new Erased() };
        return table;
    }
}
