using FsCheck;
using FsCheck.Fluent;
using Lyceum.Media.Forwarding;

namespace Lyceum.Media.Tests.Forwarding;

public class LayerChoiceTests
{
    private static VideoWish Wish(bool matters = false, int current = -1, int atMost = 2) =>
        new() { Low = 150_000, Middle = 500_000, High = 1_500_000, AtMost = atMost, Current = current, Matters = matters };

    [Fact]
    public void A_wide_line_gets_the_top_of_everything()
    {
        VideoWish[] wishes = [Wish(true), Wish(), Wish(atMost: 1)];
        Assert.Equal(Rung.AllVideo, LayerChoice.Choose(wishes, 20_000_000));
        Assert.Equal([2, 2, 1], wishes.Select(w => w.Chosen));
    }

    [Fact]
    public void What_matters_is_raised_first()
    {
        VideoWish[] wishes = [Wish(), Wish(true), Wish()];
        Assert.Equal(Rung.AllVideo, LayerChoice.Choose(wishes, 1_100_000));
        Assert.Equal([0, 1, 0], wishes.Select(w => w.Chosen));
    }

    [Fact]
    public void A_narrow_line_keeps_the_speaker_and_a_narrower_one_the_sound()
    {
        VideoWish[] wishes = [Wish(), Wish(true), Wish()];
        Assert.Equal(Rung.SpeakerOnly, LayerChoice.Choose(wishes, 300_000));
        Assert.Equal([-1, 0, -1], wishes.Select(w => w.Chosen));
        Assert.Equal(Rung.SoundOnly, LayerChoice.Choose(wishes, 100_000));
        Assert.Equal([-1, -1, -1], wishes.Select(w => w.Chosen));
    }

    [Fact]
    public void A_layer_that_is_held_is_not_given_up_for_lack_of_headroom()
    {
        VideoWish[] held = [Wish(true, current: 1)], above = [Wish(true, current: 0)];
        LayerChoice.Choose(held, 520_000);
        LayerChoice.Choose(above, 520_000);
        Assert.Equal(1, held[0].Chosen);
        Assert.Equal(0, above[0].Chosen);
    }

    [Fact]
    public void Never_more_is_chosen_than_the_budget_holds() => Prop.ForAll<byte[], uint>((kinds, budget) =>
    {
        var wishes = kinds.Take(30).Select(k => Wish((k & 1) != 0, (k >> 1) % 4 - 1, (k >> 3) % 3)).ToArray();
        LayerChoice.Choose(wishes, budget % 20_000_000);
        return wishes.Sum(w => w.Cost(w.Chosen)) <= budget % 20_000_000 && wishes.All(w => w.Chosen <= w.AtMost);
    }).QuickCheckThrowOnFailure();
}
