using System.Buffers.Binary;
using Lyceum.Media.Rtcp;
using Lyceum.Media.Rtp;
using Lyceum.Media.Sdp;
using Lyceum.Media.Sockets;

namespace Lyceum.Media;

/// <summary>A participant's subscribing connection: offers what should be received, one offer at a time, and heeds the feedback.</summary>
internal sealed class Subscriber : IConnectionUser
{
    private readonly Participant participant;
    private readonly SubscriberPlaces places;
    private readonly SubscriberBudget budget;
    private const long FirstPatience = 3_000_000, MostPatience = 30_000_000;
    private bool needsOffer, wasAnswered;
    private int revision, answered;
    private long offeredAt, patience = FirstPatience;

    public Subscriber(Participant participant, ServerParts parts, int firstRevision)
    {
        this.participant = participant;
        revision = answered = firstRevision;
        Connection = new Connection(participant.Room, this, parts);
        places = new SubscriberPlaces(parts.Settings, track => new Subscription(Connection, track));
        budget = new SubscriberBudget(participant, places, Connection);
    }

    public Connection Connection { get; }
    public SubscriberBudget Budget => budget;
    public IEnumerable<Subscription> Subscriptions => places.Subscriptions;
    public int Revision => revision;

    /// <summary>Compares what is desired with what is, and offers when they differ and no offer is out.</summary>
    public void Reconcile(IReadOnlyList<(PublishedTrack, Quality)> wanted)
    {
        needsOffer |= places.Reconcile(wanted, participant.Room.Loudest);
        OfferIfNeeded();
    }

    /// <summary>To be called when others speak than before.</summary>
    public void FollowVoices()
    {
        needsOffer |= places.Follow(participant.Room.Loudest);
        OfferIfNeeded();
    }

    public void RestartIce()
    {
        Connection.RestartIce();
        needsOffer = places.All.Length > 0;
        // An offer that is out was made with the former credentials: the new one replaces it.
        answered = revision;
        OfferIfNeeded();
    }

    public MediaRefusal? Answer(int toRevision, string sdp)
    {
        if (toRevision != revision || answered == revision) return new(MediaRefusalKind.StaleRevision, $"Revision {toRevision} is not the one that waits for an answer.");
        if (!SessionDescription.TryParse(sdp, out var description, out var problem) || !SubscribeAnswer.TryRead(description, out var answer, out problem))
            return new(MediaRefusalKind.BadDescription, problem);
        if (Connection.Peer is { } peer && peer != answer.Peer) return new(MediaRefusalKind.BadDescription, "The answer comes from another connection.");
        Connection.Expect(answer.Peer);
        (answered, wasAnswered, patience) = (revision, true, FirstPatience);
        foreach (var place in places.All)
            if (place.Subscription is { } subscription && offered.Contains(subscription))
                (subscription.IsAccepted, subscription.IsNumbered) = (answer.Accepted.Contains(place.Mid), answer.Numbered.Contains(place.Mid));
        OfferIfNeeded();
        return null;
    }

    private readonly HashSet<Subscription> offered = [];

    private void OfferIfNeeded()
    {
        // A connection without a place would be no connection: there is nothing to offer yet.
        if (!needsOffer || answered != revision || places.All.IsEmpty) return;
        needsOffer = false;
        revision++;
        offeredAt = 0;
        offered.Clear();
        offered.UnionWith(places.Subscriptions);
        participant.Room.Tell(new SubscriptionOffered(participant.Room.Name, participant.Name, revision,
            SubscribeOffer.Write(places.Sections(), Connection.Endpoint, revision), !wasAnswered, places.Tracks()));
    }

    /// <summary>The way of an offer or of its answer is not safe: what nobody answers is offered again, ever more seldom.</summary>
    private void OfferAgain(long now)
    {
        if (answered == revision) return;
        if (offeredAt == 0) offeredAt = now;
        if (now - offeredAt < patience) return;
        patience = Math.Min(patience * 2, MostPatience);
        (answered, needsOffer) = (revision, true);
        OfferIfNeeded();
    }

    public void OnStateChanged(ConnectionState state) => participant.ConnectionChanged(ConnectionDirection.Subscribing, state);

    /// <summary>A subscriber sends no media; what comes all the same is ignored.</summary>
    public void OnRtp(Span<byte> packet, in RtpHeader header, long now, PacketOut send)
    {
    }

    public void OnRtcp(ReadOnlySpan<byte> compound, long now, PacketOut send)
    {
        var reader = new RtcpReader(compound);
        while (reader.TryRead(out var packet))
        {
            if (packet.Type is RtcpType.ReceiverReport or RtcpType.SenderReport) budget.Heed(packet, now);
            else if (packet.Is(RtcpType.TransportFeedback, RtcpType.NackFormat)) Resend(packet, now, send);
            else if (packet.Is(RtcpType.TransportFeedback, RtcpType.TransportWideFormat)) budget.Line.Heed(packet, now);
            else if (packet.Is(RtcpType.PayloadFeedback, RtcpType.PliFormat)) places.Find(packet.MediaSource)?.AskForKeyframe();
            else if (packet.Is(RtcpType.PayloadFeedback, RtcpType.FirFormat) && packet.Body.Length >= 12)
                places.Find(BinaryPrimitives.ReadUInt32BigEndian(packet.Body[8..]))?.AskForKeyframe();
            else if (Remb.TryRead(packet, out var bits)) budget.Estimate.Reported(bits);
        }
    }

    public void Tick(long now, PacketOut send)
    {
        Connection.Tick(now, send);
        OfferAgain(now);
        budget.Tick(now, send);
        foreach (var place in places.All)
        {
            place.Subscription?.AskWhereNeeded();
            place.Subscription?.TellClock(send);
        }
    }

    private void Resend(RtcpPacket packet, long now, PacketOut send)
    {
        if (places.Find(packet.MediaSource) is not { } subscription) return;
        var lost = new NackReader(packet);
        while (lost.MoveNext()) subscription.Resend(lost.Sequence, now, send);
    }

    public void Close(PacketOut send)
    {
        places.Clear();
        Connection.Goodbye(send);
        Connection.Dispose();
    }
}
