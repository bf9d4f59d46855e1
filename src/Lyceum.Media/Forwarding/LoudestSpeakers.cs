namespace Lyceum.Media.Forwarding;

/// <summary>How loud one microphone is, from the level that every packet carries: 0 is the loudest, 127 silence, in -dBov (RFC 6464 §3).</summary>
public sealed class Loudness
{
    private const int SpeechFloor = 60;
    private double level;
    private long heardAt;

    public double Level => level;

    public void Heard(byte extension, long now)
    {
        var loud = Math.Max(0, SpeechFloor - (extension & 0x7F));
        // Rises within some 100 ms of speech, falls within half a second: a word's pauses do not lose the floor.
        level += (loud - level) * (loud > level ? 0.2 : 0.04);
        heardAt = now;
    }

    /// <summary>A stream that pauses (DTX, mute) tells no levels.</summary>
    public void Tick(long now)
    {
        if (now - heardAt > 400_000) level *= 0.8;
        if (level < 0.5) level = 0;
    }

}

/// <summary>Keeps the few that are forwarded and who speaks: a newcomer must be clearly louder than whom it replaces.</summary>
public sealed class LoudestSpeakers<T>(int places) where T : class
{
    private const double Margin = 1.3;
    private readonly List<T> holders = [];

    /// <summary>Who speaks at this moment, or null.</summary>
    public T? Speaker { get; private set; }

    /// <summary>Whoever is forwarded.</summary>
    public List<T> Holders => holders;

    public bool Contains(T one) => holders.Contains(one);

    public void Remove(T one)
    {
        holders.Remove(one);
        if (Speaker == one) Speaker = null;
    }

    /// <summary>Looks at everybody; true when the speaker changed.</summary>
    public bool Update(ReadOnlySpan<T> everybody, Func<T, double> loudness)
    {
        var before = Speaker;
        foreach (var one in everybody)
        {
            if (holders.Contains(one)) continue;
            if (holders.Count < places) holders.Add(one);
            else if (loudness(one) is > 0 and var level && Quietest(loudness) is var quietest && level > loudness(quietest) * Margin + 1)
                holders[holders.IndexOf(quietest)] = one;
        }
        foreach (var one in holders)
            if (loudness(one) > 3 && (Speaker is null || loudness(one) > loudness(Speaker) * Margin + 1)) Speaker = one;
        return Speaker != before;
    }

    private T Quietest(Func<T, double> loudness)
    {
        var quietest = holders[0];
        foreach (var one in holders)
            if (loudness(one) < loudness(quietest)) quietest = one;
        return quietest;
    }
}
