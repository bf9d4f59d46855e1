using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

internal static class InkStories
{
    public static ClassOnTheTable DrawnSlides()
    {
        var deck = Doors.Deck!.FileId;
        var table = Started();
        table.After(seconds: 50).Do(Amara, new DrawStroke(deck, 1, InkTool.Pen, InkColor.Stress, [1_000, 1_000, 2_000, 1_500, 3_000, 1_000]));
        var mistaken = table.Do(Amara, new DrawStroke(deck, 1, InkTool.Marker, InkColor.Aside, [1_000, 5_000, 9_000, 5_000]));
        table.After(seconds: 3).Do(Amara, new EraseStrokes([mistaken]));
        table.Do(Amara, new TurnSlide(2));
        table.Do(Amara, new NamePresenter(Mei.PersonId));
        table.After(seconds: 40).Do(Mei, new DrawStroke(deck, 2, InkTool.Pen, InkColor.Right, [0, 0, 10_000, 10_000]));
        table.Do(Elif, new DrawStroke(deck, 2, InkTool.Pen, InkColor.Ink, [500, 500, 600, 600]));
        table.Do(Mei, new ClearSlide(deck, 2));
        table.After(minutes: 60).Do(Amara, new EndClass());
        return table;
    }
}
