namespace Lyceum.Media;

/// <summary>Takes the snapshot of a room, under its gate.</summary>
internal static class RoomObserver
{
    public static RoomSnapshot Observe(Room room, long now) =>
        new(room.Name, room.Counters.Copy(), room.Speaker?.Name, [.. room.Participants.Select(p => Observe(p, now))]);

    private static ParticipantSnapshot Observe(Participant participant, long now)
    {
        var budget = participant.Subscriber?.Budget;
        return new ParticipantSnapshot(participant.Name, participant.Publisher?.Connection.State, participant.Subscriber?.Connection.State,
            [.. participant.Tracks.Select(t => new PublishedSnapshot(t.Source, t.Kind, [.. t.Layers.Select(l => Observe(l, now))]))],
            [.. (participant.Subscriber?.Subscriptions ?? []).Select(Observe)],
            budget?.Rung ?? Forwarding.Rung.AllVideo, budget?.Estimate.Budget ?? 0, budget?.Estimate.Loss ?? 0,
            budget?.Estimate.Reportedly ?? 0, budget?.Estimate.Reason ?? "");
    }

    private static LayerSnapshot Observe(PublishedLayer layer, long now) =>
        new(layer.Rid, layer.IsAlive(now) ? layer.BitsPerSecond : 0, layer.Reception.Received, layer.Reception.Lost, layer.Width, layer.Height);

    private static SubscriptionSnapshot Observe(Subscription s) =>
        new(s.Track.Owner.Name, s.Track.Source, s.Track.Kind, s.CurrentLayer, s.Packets, s.Bytes, s.SentAgain);
}
