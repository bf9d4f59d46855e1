using System.Globalization;
using System.Runtime.InteropServices;
using Lyceum.Media.Sdp;

namespace Lyceum.Media;

/// <summary>One m-line of a subscribing connection. It is never taken away; empty, it waits for the next track of its kind.</summary>
internal sealed class Place(int number, MediaKind kind)
{
    public string Mid { get; } = number.ToString(CultureInfo.InvariantCulture);
    public MediaKind Kind { get; } = kind;
    public Subscription? Subscription { get; set; }
}

/// <summary>The m-lines of one subscriber, held against what it should receive (RFC 8829 §5.2.2 on reuse).</summary>
internal sealed class SubscriberPlaces(int maximum)
{
    private readonly List<Place> places = [];

    /// <summary>A span, since walking it on every tick must not allocate.</summary>
    public ReadOnlySpan<Place> All => CollectionsMarshal.AsSpan(places);
    public IEnumerable<Subscription> Subscriptions => places.Select(p => p.Subscription).OfType<Subscription>();

    /// <summary>Makes the places hold exactly these tracks; true when an offer is needed.</summary>
    public bool Reconcile(IReadOnlyList<(PublishedTrack Track, Quality AtMost)> wanted, Func<PublishedTrack, Subscription> subscribe)
    {
        var changed = false;
        foreach (var place in places)
        {
            if (place.Subscription is not { } held || wanted.Any(w => w.Track == held.Track)) continue;
            held.Track.Remove(held);
            place.Subscription = null;
            changed = true;
        }
        foreach (var (track, atMost) in wanted)
        {
            var place = places.Find(p => p.Subscription?.Track == track);
            if (place is null)
            {
                place = places.Find(p => p.Kind == track.Kind && p.Subscription is null);
                if (place is null && places.Count >= maximum) continue;
                if (place is null) places.Add(place = new Place(places.Count, track.Kind));
                place.Subscription = subscribe(track);
                track.Add(place.Subscription);
                changed = true;
            }
            place.Subscription!.AtMost = atMost;
        }
        return changed;
    }

    public Subscription? Find(uint ssrc)
    {
        foreach (var place in places)
            if (place.Subscription is { } subscription && subscription.Ssrc == ssrc) return subscription;
        return null;
    }

    public void Clear()
    {
        foreach (var subscription in Subscriptions) subscription.Track.Remove(subscription);
        places.Clear();
    }

    public List<OfferedSection> Sections() =>
    [
        .. places.Select(p => p.Subscription is { } s
            ? new OfferedSection(p.Mid, p.Kind, true, Token(s.Track.Owner.Name), Token($"{s.Track.Owner.Name}-{s.Track.Source}"), s.Ssrc, s.RtxSsrc)
            : new OfferedSection(p.Mid, p.Kind, false, "", "", 0, 0)),
    ];

    public List<SubscribedTrack> Tracks() =>
    [
        .. places.Where(p => p.Subscription is not null)
            .Select(p => new SubscribedTrack(p.Mid, p.Subscription!.Track.Owner.Name, p.Subscription.Track.Source, p.Kind)),
    ];

    /// <summary>Names come from the caller; in SDP only a token may stand (RFC 8866 §9).</summary>
    private static string Token(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'));
}
