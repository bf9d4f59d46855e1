using System.Collections.Immutable;
using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes.Speaking;

public class SpeakingTimeTests
{
    private readonly ClassOnTheTable table = Started();

    [Fact]
    public void Whoever_was_heard_is_counted_and_whoever_was_not_is_not()
    {
        table.Do(null, Heard(Amara, 0, 4_000, 9_000, 9_500));
        table.Do(null, Heard(Mei, 4_200, 5_200));
        table.Do(null, Heard(Amara, 20_000, 21_000));
        var time = SpeakingTime.Of(table.State);
        Assert.Equal((5_500L, 1_000L, 0L), (time.SpokenBy(Amara.PersonId), time.SpokenBy(Mei.PersonId), time.SpokenBy(Jonas.PersonId)));
        Assert.Equal(6_500L, time.TotalMs);
    }

    [Fact]
    public void What_was_said_in_a_breakout_room_counts_too()
    {
        table.Do(null, Heard(Mei, 0, 1_000));
        table.Do(Amara, new OpenBreakouts([new("Buses", [Mei.PersonId]), new("Heights", [Jonas.PersonId])]));
        table.Do(null, new DoInBreakout(1, Heard(Mei, 2_000, 5_000)));
        Assert.Equal(4_000L, SpeakingTime.Of(table.State).SpokenBy([Mei.PersonId, Jonas.PersonId]));
    }

    private static HearVoices Heard(ClassActor who, params ImmutableArray<long> stretches) => new(ImmutableDictionary<Guid, ImmutableArray<long>>.Empty.Add(who.PersonId, stretches));
}
