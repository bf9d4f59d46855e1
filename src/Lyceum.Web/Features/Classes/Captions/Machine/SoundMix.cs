namespace Lyceum.Web.Features.Classes.Captions.Machine;

/// <summary>
/// What several people say as one voice: 16,000 samples a second, 16 bits, little-endian, mono. A recording comes in parts of about two seconds,
/// so the mix is not paced: what has come is given at once, and silence only where nobody was heard for a while.
/// </summary>
internal sealed class SoundMix(TimeProvider time)
{
    public const int SamplesPerSecond = 16_000;
    private const int MostWaiting = 60 * SamplesPerSecond;
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(3);
    private readonly Lock gate = new();
    private readonly Dictionary<object, Queue<short>> waiting = [];
    private long heardAt = time.GetTimestamp(), quietAt;

    /// <summary>Whole samples; what nobody takes in time is forgotten.</summary>
    public void Add(object source, ReadOnlySpan<short> samples)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(source, out var queue)) waiting[source] = queue = new Queue<short>();
            foreach (var sample in samples) queue.Enqueue(sample);
            while (queue.Count > MostWaiting) queue.Dequeue();
        }
    }

    /// <summary>What came since the last time, all voices added up.</summary>
    public short[] Take()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            var length = waiting.Count == 0 ? 0 : waiting.Values.Max(queue => queue.Count);
            if (length == 0) return Quiet(now);
            heardAt = quietAt = now;
            var mixed = new int[length];
            foreach (var queue in waiting.Values)
                for (var i = 0; queue.TryDequeue(out var sample); i++) mixed[i] += sample;
            waiting.Clear();
            return Array.ConvertAll(mixed, sample => (short)Math.Clamp(sample, short.MinValue, short.MaxValue));
        }
    }

    // A recognizer takes the silence behind a sentence for its end.
    private short[] Quiet(long now)
    {
        if (time.GetElapsedTime(heardAt, now) < LongestGap) return [];
        var since = quietAt == heardAt ? LongestGap : time.GetElapsedTime(quietAt, now);
        quietAt = now;
        return new short[(int)(Math.Min(since.TotalSeconds, 5) * SamplesPerSecond)];
    }
}
