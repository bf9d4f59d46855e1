using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

internal static class SlotStories
{
    public static StartFoundSlot OfMei => new(new(Person(80), "Mei Tanaka", [Mei.PersonId], 10), new(Person(92), "Bus times.pdf"));
    public static StartFoundSlot OfTwo => new(new(Person(81), "Group B", [Jonas.PersonId, Lucia.PersonId], 8), null);

    private static QueuedSlot Mei80 => new(OfMei.Slot.SlotId, OfMei.Slot.Title);
    private static QueuedSlot Two81 => new(OfTwo.Slot.SlotId, OfTwo.Slot.Title);

    public static ClassOnTheTable StudentsPresent()
    {
        var table = Started();
        table.Do(null, new BringQueue([Mei80, Two81]));
        table.After(minutes: 5).Do(Amara, OfMei);
        table.After(minutes: 1).Do(Mei, new TurnOn(MediaSource.Screen));
        table.Do(Mei, new TurnSlide(2));
        table.After(minutes: 11).Do(Amara, OfTwo);
        table.Do(Jonas, new TurnSlide(3));
        table.Do(null, new BringQueue([Mei80, Two81, new(Person(82), "Lucía Fernández")]));
        table.After(minutes: 7).Do(Elif, new EndSlot());
        table.After(minutes: 1).Do(Amara, new StartFoundSlot(new(Person(82), "Lucía Fernández", [Lucia.PersonId], 10), null));
        table.After(minutes: 9).Do(Amara, new EndClass());
        return table;
    }
}
