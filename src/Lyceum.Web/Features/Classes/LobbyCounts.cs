using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>How many wait for a class, of those that this server holds open: from memory, without a query.</summary>
public sealed class LobbyCounts(ClassRooms rooms, IClock clock)
{
    /// <summary>Whoever stands before a kept door knocks every twenty seconds; after a minute of silence they have gone.</summary>
    private static readonly Duration StillThere = Duration.FromMinutes(1);

    public async Task<IReadOnlyDictionary<Guid, int>> Now()
    {
        var now = clock.GetCurrentInstant();
        return (await rooms.All()).Select(room => (room.Session.ActivityId, Waiting: WaitingFor(room.State, now))).Where(one => one.Waiting > 0)
            .ToDictionary(one => one.ActivityId, one => one.Waiting);
    }

    /// <summary>Before the class starts everybody who came but its staff; once it is held, those who are not let in yet.</summary>
    public static int WaitingFor(ClassState state, Instant now)
    {
        if (state.Phase is not (ClassPhase.Open or ClassPhase.Live)) return 0;
        var atDoor = state.Door.Waiting.Count(one => now - one.At < StillThere);
        return atDoor + (state.Phase == ClassPhase.Open ? state.People.Values.Count(one => one is { Connections.Length: > 0, Role: ClassRole.Student or ClassRole.Observer }) : 0);
    }
}
