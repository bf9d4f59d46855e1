using System.Collections.Immutable;
using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes.Captions;

public class CaptionRulesTests
{
    private readonly ClassOnTheTable table = Started();

    [Fact]
    public void What_is_too_long_for_a_line_becomes_several_cut_between_words()
    {
        table.Do(null, new BringCaption(string.Join(' ', Enumerable.Repeat("word", 200)), CaptionOrigin.Feed));
        Assert.Equal([399, 399, 199], table.State.Media.Captions.Select(caption => caption.Text.Length));
        Assert.All(table.State.Media.Captions, caption => Assert.Equal((Guid.Empty, CaptionOrigin.Feed), (caption.PersonId, caption.Origin)));
    }

    [Fact]
    public void Nothing_comes_in_after_the_class_and_none_of_it_is_a_breakout_rooms()
    {
        Assert.Equal(BreakoutRefusals.OnlyInClass, table.Try(null, new DoInBreakout(1, new BringCaption("Hello", CaptionOrigin.Machine))).Refusal);
        table.Do(Amara, new EndClass());
        Assert.Equal(ClassRefusals.HasEnded, table.Try(null, new BringCaption("Hello", CaptionOrigin.Machine)).Refusal);
    }

    [Fact]
    public void What_a_machine_wrote_while_somebody_spoke_goes_with_their_voice()
    {
        table.After(seconds: 30).Do(null, new BringCaption("Before", CaptionOrigin.Machine));
        table.After(seconds: 32).Do(null, new BringCaption("What Mei said", CaptionOrigin.Machine));
        table.After(seconds: 8).Do(null, new HearVoices(ImmutableDictionary<Guid, ImmutableArray<long>>.Empty.Add(Mei.PersonId, [58_000, 61_000])));
        table.After(seconds: 30).Do(null, new BringCaption("Long after", CaptionOrigin.Machine));
        table.Do(Amara, new EndClass());
        var hidden = ReplayEdit.Without(ReplayEditKind.Sound, Mei.PersonId, Person(80), Amara.PersonId, table.Now);
        var edited = new EditedReplay([hidden], table.Log);
        var shown = table.SeenBy(Jonas).Select(logged => edited.Show(logged, Jonas.PersonId)).OfType<LoggedEvent>();
        Assert.Equal(["Before", "Long after"], shown.Select(logged => logged.Event).OfType<CaptionWritten>().Select(caption => caption.Text));
    }
}
