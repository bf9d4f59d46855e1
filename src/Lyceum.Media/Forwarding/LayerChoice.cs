namespace Lyceum.Media.Forwarding;

/// <summary>How much of the room's picture a subscriber's line carries.</summary>
public enum Rung { AllVideo, SpeakerOnly, SoundOnly }

/// <summary>One picture that a subscriber wants: what its layers cost in bit/s (0 = not being sent), at most which, and how much it matters.</summary>
public struct VideoWish
{
    public const int MaxLayers = 3;
    public double Low, Middle, High;
    public int AtMost, Current;

    /// <summary>The screen or the speaker: the last picture to be given up.</summary>
    public bool Matters;

    /// <summary>The layer chosen, -1 for none.</summary>
    public int Chosen;

    public readonly double Cost(int layer) => layer switch { 0 => Low, 1 => Middle, 2 => High, _ => 0 };
}

/// <summary>
/// Deals a budget out: sound is taken off before, then every picture gets its lowest layer, then the important ones are raised first.
/// Where not even the lowest layers fit, only what matters stays; where not even that fits, sound alone.
/// </summary>
public static class LayerChoice
{
    /// <summary>A layer above the present one must fit with this much to spare, lest the choice flutter.</summary>
    private const double Headroom = 1.1;

    public static Rung Choose(Span<VideoWish> wishes, double budget)
    {
        foreach (ref var wish in wishes) wish.Chosen = -1;
        if (TryLowest(wishes, ref budget, onlyWhatMatters: false))
        {
            Raise(wishes, ref budget, what: true);
            Raise(wishes, ref budget, what: false);
            return Rung.AllVideo;
        }
        if (!TryLowest(wishes, ref budget, onlyWhatMatters: true)) return Rung.SoundOnly;
        Raise(wishes, ref budget, what: true);
        return Rung.SpeakerOnly;
    }

    /// <summary>The budget at which the next picture would get better, in bit/s; 0 when nothing better is being sent.</summary>
    public static double Wanting(ReadOnlySpan<VideoWish> wishes, Rung rung)
    {
        var (chosen, lowest, raise) = (0.0, 0.0, 0.0);
        foreach (var wish in wishes)
        {
            chosen += wish.Cost(wish.Chosen);
            if (wish.Chosen < 0 && (rung == Rung.SpeakerOnly || wish.Matters)) lowest += Price(wish, Next(wish, -1));
            if (wish.Chosen >= 0 && (raise == 0 || wish.Matters) && Next(wish, wish.Chosen) is >= 0 and var higher) raise = Price(wish, higher) - wish.Cost(wish.Chosen);
        }
        var more = rung == Rung.AllVideo ? raise : lowest;
        return more == 0 ? 0 : chosen + more;
    }

    private static bool TryLowest(Span<VideoWish> wishes, ref double budget, bool onlyWhatMatters)
    {
        var cost = 0.0;
        var any = false;
        foreach (var wish in wishes)
        {
            if (onlyWhatMatters && !wish.Matters) continue;
            any = true;
            cost += Price(wish, Next(wish, -1));
        }
        if (cost > budget || (onlyWhatMatters && !any)) return false;
        foreach (ref var wish in wishes)
            if (!onlyWhatMatters || wish.Matters) wish.Chosen = Next(wish, -1);
        budget -= cost;
        return true;
    }

    private static void Raise(Span<VideoWish> wishes, ref double budget, bool what)
    {
        foreach (ref var wish in wishes)
        {
            if (wish.Matters != what || wish.Chosen < 0) continue;
            while (Next(wish, wish.Chosen) is >= 0 and var higher && Price(wish, higher) - Price(wish, wish.Chosen) <= budget)
            {
                budget -= Price(wish, higher) - Price(wish, wish.Chosen);
                wish.Chosen = higher;
            }
        }
    }

    private static double Price(in VideoWish wish, int layer) => wish.Cost(layer) * (layer > wish.Current ? Headroom : 1);

    /// <summary>The next layer above that is being sent and allowed, or -1.</summary>
    private static int Next(in VideoWish wish, int above)
    {
        for (var layer = above + 1; layer <= Math.Min(wish.AtMost, VideoWish.MaxLayers - 1); layer++)
            if (wish.Cost(layer) > 0) return layer;
        return -1;
    }
}
