using Lyceum.Media.Sdp;
using Lyceum.Media.Sockets;

namespace Lyceum.Media;

/// <summary>One person in a room: what they publish, what they desire, and the two connections that carry it.</summary>
internal sealed class Participant(Room room, string name, ServerParts parts)
{
    private readonly Dictionary<string, PublishedTrack> tracks = [];
    private IReadOnlyList<DesiredTrack> desired = [];
    private int revisions;

    public Room Room { get; } = room;
    public string Name { get; } = name;
    public Publisher? Publisher { get; private set; }
    public Subscriber? Subscriber { get; private set; }
    public IEnumerable<PublishedTrack> Tracks => tracks.Values;

    public PublishedTrack? Find(string source) => tracks.GetValueOrDefault(source);

    public PublishReply Accept(PublishOffer offer, PacketOut send)
    {
        if (!SessionDescription.TryParse(offer.Sdp, out var description, out var problem))
            return new(null, new(MediaRefusalKind.BadDescription, problem));
        var fresh = Publisher is null || Publisher.Connection.State == ConnectionState.Gone
            || !description.Media.Any(m => m.TryGetFingerprint(out var fingerprint) && fingerprint == Publisher.Connection.Peer);
        var publisher = fresh ? new Publisher(this, parts) : Publisher!;
        var fragment = description.Media.Select(m => m.Fragment).FirstOrDefault(f => f is not null);
        if (!fresh && fragment != publisher.PeerFragment) publisher.Connection.RestartIce();
        if (!PublishAnswer.TryMake(description, publisher.Connection.Endpoint, publisher.NextVersion(), out var answer, out problem))
        {
            if (fresh) publisher.Connection.Dispose();
            return new(null, new(MediaRefusalKind.BadDescription, problem));
        }
        var former = fresh ? Publisher : null;
        Publisher = publisher;
        former?.Close(send);
        publisher.Accept(answer, offer.Sources);
        foreach (var left in tracks.Values.Except(publisher.Tracks).ToList()) Unpublish(left);
        return new(answer.Sdp, null);
    }

    /// <summary>The track of this source, the old one where there is one, so that its subscribers keep it.</summary>
    public PublishedTrack Publish(string source, MediaKind kind)
    {
        if (tracks.TryGetValue(source, out var known))
        {
            if (known.Kind == kind) return known;
            Unpublish(known);
        }
        var track = tracks[source] = new PublishedTrack(this, source, kind);
        Room.Added(track);
        return track;
    }

    public void Unpublish(PublishedTrack track)
    {
        if (tracks.Remove(track.Source)) Room.Removed(track);
    }

    public void Desire(IReadOnlyList<DesiredTrack> wanted)
    {
        desired = wanted;
        Reconcile();
    }

    /// <summary>To be called whenever tracks come or go.</summary>
    public void Reconcile()
    {
        if (desired.Count == 0 && Subscriber is null) return;
        Subscriber ??= new Subscriber(this, parts, revisions);
        var wanted = new List<(PublishedTrack, Quality)>();
        foreach (var wish in desired.DistinctBy(d => (d.Participant, d.Source)))
            if (wish.Participant != Name && Room.Find(wish.Participant)?.Find(wish.Source) is { } track) wanted.Add((track, wish.AtMost));
        Subscriber.Reconcile(wanted);
    }

    public void RenewSubscription(PacketOut send)
    {
        revisions = Subscriber?.Revision ?? revisions;
        Subscriber?.Close(send);
        Subscriber = null;
        Reconcile();
    }

    public void ConnectionChanged(ConnectionDirection direction, ConnectionState state) =>
        Room.Tell(new ConnectionChanged(Room.Name, Name, direction, state));

    public void Tick(long now, PacketOut send)
    {
        Publisher?.Tick(now, send);
        Subscriber?.Tick(now, send);
        DropGone(send);
    }

    /// <summary>A peer that is gone for good leaves no tracks behind; the caller hears of it and decides about the participant.</summary>
    private void DropGone(PacketOut send)
    {
        if (Publisher?.Connection.State == ConnectionState.Gone)
        {
            foreach (var track in tracks.Values.ToList()) Unpublish(track);
            Publisher.Close(send);
            Publisher = null;
        }
        if (Subscriber?.Connection.State != ConnectionState.Gone) return;
        revisions = Subscriber.Revision;
        Subscriber.Close(send);
        Subscriber = null;
        desired = [];
    }

    public void Close(PacketOut send)
    {
        foreach (var track in tracks.Values.ToList()) Unpublish(track);
        Publisher?.Close(send);
        revisions = Subscriber?.Revision ?? revisions;
        Subscriber?.Close(send);
        (Publisher, Subscriber) = (null, null);
    }
}
