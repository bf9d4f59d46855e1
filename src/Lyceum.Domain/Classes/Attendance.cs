using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>Who was there, and when: a fold over the log. Offsets are milliseconds since the start; the lobby does not count.</summary>
public static class Attendance
{
    /// <summary>A gap of at most this is a reconnect, not an absence.</summary>
    public const long BridgedGapMs = 60_000;

    /// <param name="log">By sequence.</param>
    /// <param name="tailMs">Until when those count who are still there.</param>
    public static ImmutableDictionary<Guid, Stretches> Fold(IEnumerable<LoggedEvent> log, long tailMs)
    {
        var open = new Dictionary<(Guid Person, string Connection), long>();
        var there = new Dictionary<Guid, List<WatchedInterval>>();
        foreach (var logged in log)
        {
            switch (logged.Event)
            {
                case Joined joined:
                    open[(logged.ActorId!.Value, joined.ConnectionId)] = logged.OffsetMs;
                    break;
                case Left left:
                    Close((logged.ActorId!.Value, left.ConnectionId), left.SeenUntilMs);
                    break;
                case RoomResumed resumed:
                    foreach (var connection in open.Keys.ToArray()) Close(connection, resumed.SeenUntilMs);
                    break;
                case ClassEnded:
                    foreach (var connection in open.Keys.ToArray()) Close(connection, logged.OffsetMs);
                    break;
            }
        }
        foreach (var connection in open.Keys.ToArray()) Close(connection, tailMs);
        return there.ToImmutableDictionary(p => p.Key, p => Stretches.Of(p.Value, BridgedGapMs));

        void Close((Guid Person, string) connection, long until)
        {
            if (!open.Remove(connection, out var from)) return;
            if (!there.TryGetValue(connection.Person, out var intervals)) there[connection.Person] = intervals = [];
            intervals.Add(new(from, until));
        }
    }
}
