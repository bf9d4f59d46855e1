using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>
/// How long each person was heard, in milliseconds, in the class's own room and in its breakout rooms: a fold over the stretches that
/// <see cref="VoicesHeard"/> brings, which the server takes from the audio levels of their packets (RFC 6464). The browser has the same in
/// client/class/speaking/balance.ts.
/// </summary>
public sealed record SpeakingTime(ImmutableDictionary<Guid, long> SpokenMs)
{
    public static SpeakingTime Of(ClassState state)
    {
        var rooms = state.Breakouts.Rooms.Select(room => room.Inside?.Media.Voices).OfType<ImmutableDictionary<Guid, ImmutableArray<long>>>();
        return new(rooms.Prepend(state.Media.Voices).SelectMany(voices => voices).GroupBy(voice => voice.Key)
            .ToImmutableDictionary(voice => voice.Key, voice => voice.Sum(one => LengthOf(one.Value))));
    }

    public long SpokenBy(Guid personId) => SpokenMs.GetValueOrDefault(personId);

    /// <summary>How long all of these were heard, each for themselves: two who speak at once count twice.</summary>
    public long SpokenBy(IEnumerable<Guid> people) => people.Sum(SpokenBy);

    public long TotalMs => SpokenMs.Values.Sum();

    private static long LengthOf(ImmutableArray<long> stretches)
    {
        var sum = 0L;
        for (var i = 0; i + 1 < stretches.Length; i += 2) sum += stretches[i + 1] - stretches[i];
        return sum;
    }
}
