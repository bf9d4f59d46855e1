namespace Lyceum.Media.Forwarding;

/// <summary>The gaps in an incoming stream and when each was asked for (RFC 4585 §6.2.1). Fixed memory; a gap too wide is given up at once.</summary>
public sealed class MissingPackets
{
    private const int MaxGaps = 128, MaxTries = 10;
    private const long FirstWait = 10_000, RetryWait = 50_000, GiveUp = 1_000_000;
    private readonly (long Sequence, long Since, long Asked, int Tries)[] gaps = new (long, long, long, int)[MaxGaps];
    private int count;
    private long highest = -1;

    /// <summary>Packets given up for lost: from then on only a keyframe helps.</summary>
    public int GivenUp { get; private set; }

    public void Arrived(long sequence, long now)
    {
        if (highest < 0 || sequence <= highest)
        {
            if (highest < 0) highest = sequence;
            else Remove(sequence);
            return;
        }
        if (sequence - highest - 1 > MaxGaps - count)
        {
            GivenUp += count + (int)Math.Min(sequence - highest - 1, int.MaxValue / 2);
            count = 0;
        }
        else
        {
            for (var missing = highest + 1; missing < sequence; missing++) gaps[count++] = (missing, now, 0, 0);
        }
        highest = sequence;
    }

    /// <summary>Which to ask for now, in ascending order.</summary>
    public int Collect(long now, Span<ushort> lost)
    {
        int asked = 0, kept = 0;
        for (var i = 0; i < count; i++)
        {
            ref var gap = ref gaps[i];
            if (now - gap.Since > GiveUp || gap.Tries >= MaxTries)
            {
                GivenUp++;
                continue;
            }
            var isDue = gap.Tries == 0 ? now - gap.Since >= FirstWait : now - gap.Asked >= RetryWait;
            if (isDue && asked < lost.Length)
            {
                lost[asked++] = (ushort)gap.Sequence;
                gap.Asked = now;
                gap.Tries++;
            }
            gaps[kept++] = gap;
        }
        count = kept;
        return asked;
    }

    private void Remove(long sequence)
    {
        for (var i = 0; i < count; i++)
        {
            if (gaps[i].Sequence != sequence) continue;
            Array.Copy(gaps, i + 1, gaps, i, --count - i);
            return;
        }
    }
}
