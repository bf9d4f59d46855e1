using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;
using static Lyceum.Domain.Tests.Classes.SlotStories;

namespace Lyceum.Domain.Tests.Classes;

public class SlotRulesTests
{
    [Fact]
    public void Whoever_presents_turns_the_slides_and_shows_their_screen_until_the_slot_ends()
    {
        var table = Started();
        Assert.Equal(ClassRefusals.NotYourRole, table.Try(Mei, new TurnSlide(2)).Refusal);
        table.Do(Amara, OfMei);
        table.Do(Mei, new TurnSlide(2));
        table.Do(Mei, new TurnOn(MediaSource.Screen));
        Assert.Equal(ClassRefusals.NotYourRole, table.Try(Jonas, new TurnSlide(3)).Refusal);
        table.Do(Amara, new EndSlot());
        Assert.Equal(ClassRefusals.NotYourRole, table.Try(Mei, new TurnSlide(3)).Refusal);
        Assert.False(table.State.Media.IsOn(Mei.PersonId, MediaSource.Screen));
        Assert.Empty(table.State.Media.Presenters);
    }

    [Fact]
    public void The_next_slot_takes_over_from_the_one_before_in_one_command()
    {
        var table = Started();
        table.After(minutes: 1).Do(Amara, OfMei);
        table.After(minutes: 9).Do(Amara, OfTwo);
        Assert.Equal([(60_000L, 600_000L), (600_000L, (long?)null)], table.State.Slots.Select(slot => (slot.FromMs, slot.UntilMs)));
        Assert.Equal([Jonas.PersonId, Lucia.PersonId], table.State.Media.Presenters);
        Assert.Equal("Group B", table.State.RunningSlot()?.Title);
    }

    [Fact]
    public void A_slot_shows_its_slides_and_is_a_chapter_of_the_class()
    {
        var table = Started();
        table.After(minutes: 3).Do(Amara, OfMei);
        Assert.Equal("Bus times.pdf", table.State.Deck?.Name);
        Assert.Equal(new ClassChapter("Mei Tanaka", 180_000), table.State.Chapters[^1]);
    }

    [Fact]
    public void Whoever_leads_knows_the_queue_as_it_is_prepared_now_and_nobody_else_does()
    {
        var table = Started();
        QueuedSlot first = new(Person(80), "Mei Tanaka"), second = new(Person(81), "Group B");
        table.Do(null, new BringQueue([first, second]));
        table.Do(null, new BringQueue([first, second]));
        table.Do(null, new BringQueue([second, first]));
        Assert.Equal([second, first], table.State.Queue);
        Assert.Equal(2, table.Log.Count(logged => logged.Event is SlotsQueued));
        Assert.Empty(Fold(table.SeenBy(Mei)).Queue);
        table.Do(Amara, new EndClass());
        table.Do(null, new BringQueue([]));
        Assert.Equal([second, first], table.State.Queue);
    }

    [Fact]
    public void The_end_of_the_class_ends_the_slot()
    {
        var table = Started();
        table.Do(Amara, OfMei);
        table.After(minutes: 10).Do(Amara, new EndClass());
        Assert.Equal(600_000, table.State.Slots[^1].UntilMs);
    }

    [Fact]
    public void The_same_slot_twice_is_once_and_none_begins_before_the_class()
    {
        var table = new ClassOnTheTable();
        table.Do(null, Doors);
        Assert.Equal(ClassRefusals.NotStarted, table.Try(Amara, OfMei).Refusal);
        table.At(Start).Do(Amara, new StartClass());
        table.Do(Amara, OfMei);
        table.Do(Amara, OfMei);
        Assert.Single(table.State.Slots);
    }
}
