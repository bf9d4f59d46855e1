using System.Runtime.InteropServices;
using Lyceum.Media.Forwarding;
using Lyceum.Media.Recording;
using Lyceum.Media.Sdp;

namespace Lyceum.Media;

/// <summary>One source of a participant, in one layer or several. It outlives the connection that carries it, so that subscribers do not notice a reconnect.</summary>
internal sealed class PublishedTrack(Participant owner, string source, MediaKind kind)
{
    private readonly List<Subscription> subscriptions = [];

    public Participant Owner { get; } = owner;
    public string Source { get; } = source;
    public MediaKind Kind { get; } = kind;
    /// <summary>An array, since walking it on every tick must not allocate.</summary>
    public PublishedLayer[] Layers { get; private set; } = [];
    public Loudness Loudness { get; } = new();
    public TrackRecorder? Recorder { get; set; }
    public ReadOnlySpan<Subscription> Subscriptions => CollectionsMarshal.AsSpan(subscriptions);

    public int ClockRate => Kind == MediaKind.Audio ? 48_000 : 90_000;

    /// <summary>Begins anew with the layers of this m-line; whoever subscribes waits for a keyframe.</summary>
    public void Carry(PublishedSection section)
    {
        var rids = section.Rids.Count > 0 ? section.Rids.Take(VideoWish.MaxLayers) : [""];
        Layers = [.. rids.Select((rid, i) => new PublishedLayer(i, rid, ClockRate))];
        SourceChanged();
    }

    /// <summary>The numbers of the track begin anew; whoever takes it continues seamlessly from the next packet that can be a beginning.</summary>
    public void SourceChanged()
    {
        foreach (var subscription in subscriptions) subscription.SourceChanged();
        Recorder?.SourceChanged();
    }

    public void Add(Subscription subscription) => subscriptions.Add(subscription);

    public void Remove(Subscription subscription) => subscriptions.Remove(subscription);
}
