using System.Diagnostics.Metrics;
using Lyceum.Media.Forwarding;

namespace Lyceum.Media;

/// <summary>
/// The meter "Lyceum.Media", for whatever collects metrics: media.* counts since the server started, media.room.* the same for each open room,
/// and media.subscribers how many stand on which rung of the network ladder.
/// </summary>
internal sealed class MediaMeter : IDisposable
{
    private readonly Meter meter = new("Lyceum.Media");
    private readonly Func<RoomCounters> totals;
    private readonly Func<Room[]> rooms;

    public MediaMeter(Func<RoomCounters> totals, Func<Room[]> rooms)
    {
        (this.totals, this.rooms) = (totals, rooms);
        Count("packets.received", c => c.PacketsIn);
        Count("bytes.received", c => c.BytesIn);
        Count("packets.sent", c => c.PacketsOut);
        Count("bytes.sent", c => c.BytesOut);
        Count("packets.refused", c => c.Refused);
        Count("packets.over_limit", c => c.OverLimit);
        Count("packets.recovered", c => c.Recovered);
        Count("packets.sent_again", c => c.SentAgain);
        Count("packets.padding", c => c.PaddingOut);
        Count("nacks.sent", c => c.NacksSent);
        Count("keyframes.asked", c => c.KeyframesAsked);
        Count("layer_changes", c => c.LayerChanges);
        meter.CreateObservableGauge("media.subscribers", Rungs);
        meter.CreateObservableGauge("media.room.participants", () => rooms().Select(r => new Measurement<int>(r.Count, Tag("room", r.Name))));
    }

    private void Count(string name, Func<RoomCounters, long> value)
    {
        meter.CreateObservableCounter("media." + name, () => value(totals()));
        meter.CreateObservableCounter("media.room." + name, () => rooms().Select(r => new Measurement<long>(value(r.Counters), Tag("room", r.Name))));
    }

    private IEnumerable<Measurement<int>> Rungs()
    {
        var counts = new int[Enum.GetValues<Rung>().Length];
        foreach (var room in rooms())
        {
            lock (room.Gate)
            {
                foreach (var participant in room.Participants)
                    if (participant.Subscriber is { } subscriber) counts[(int)subscriber.Budget.Rung]++;
            }
        }
        return counts.Select((count, rung) => new Measurement<int>(count, Tag("rung", $"{(Rung)rung}")));
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    public void Dispose() => meter.Dispose();
}
