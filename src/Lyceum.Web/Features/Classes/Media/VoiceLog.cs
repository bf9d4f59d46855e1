using System.Collections.Immutable;

namespace Lyceum.Web.Features.Classes.Media;

/// <summary>Turns levels, heard several times a second, into stretches of speech; those alone are kept.</summary>
public sealed class VoiceLog
{
    /// <summary>A voice that pauses for less goes on.</summary>
    private const long PauseMs = 500;
    private const long ShortestMs = 200;
    private readonly Dictionary<Guid, (long From, long Heard)> open = [];
    private readonly Dictionary<Guid, List<long>> closed = [];

    public void Hear(IEnumerable<Guid> speaking, long offset)
    {
        foreach (var person in speaking) open[person] = (open.TryGetValue(person, out var stretch) ? stretch.From : offset, offset);
        foreach (var (person, stretch) in open.Where(o => offset - o.Value.Heard > PauseMs).ToArray())
        {
            open.Remove(person);
            Close(person, stretch.From, stretch.Heard);
        }
    }

    /// <summary>What was heard since the last time; who is still speaking is taken up to now and goes on.</summary>
    public ImmutableDictionary<Guid, ImmutableArray<long>> Take()
    {
        foreach (var (person, stretch) in open.ToArray())
        {
            if (stretch.Heard - stretch.From < ShortestMs) continue;
            Close(person, stretch.From, stretch.Heard);
            open[person] = (stretch.Heard, stretch.Heard);
        }
        var taken = closed.ToImmutableDictionary(c => c.Key, c => c.Value.ToImmutableArray());
        closed.Clear();
        return taken;
    }

    private void Close(Guid person, long from, long until)
    {
        if (until - from < ShortestMs) return;
        if (!closed.TryGetValue(person, out var stretches)) closed[person] = stretches = [];
        stretches.AddRange([from, until]);
    }
}
