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

/// <summary>
/// The m-lines of one subscriber, held against what it should receive (RFC 8829 §5.2.2 on reuse). Where more microphones are wanted than are
/// forwarded at a time, a few places are shared by all of them and carry whoever is loudest: a class of hundreds costs no m-line a head.
/// </summary>
internal sealed class SubscriberPlaces(MediaSettings settings, Func<PublishedTrack, Subscription> subscribe)
{
    private readonly List<Place> places = [];
    private readonly HashSet<PublishedTrack> microphones = [];
    private bool sharesVoices;

    /// <summary>A span, since walking it on every tick must not allocate.</summary>
    public ReadOnlySpan<Place> All => CollectionsMarshal.AsSpan(places);
    public IEnumerable<Subscription> Subscriptions => places.Select(p => p.Subscription).OfType<Subscription>();

    /// <summary>Makes the places hold exactly these tracks; true when an offer is needed.</summary>
    public bool Reconcile(IReadOnlyList<(PublishedTrack Track, Quality AtMost)> wanted, List<PublishedTrack> loudest)
    {
        microphones.Clear();
        microphones.UnionWith(wanted.Select(w => w.Track).Where(t => t.Kind == MediaKind.Audio));
        var changed = ShareWhenMany();
        foreach (var place in places)
        {
            if (place.Subscription is not { } held || IsShared(place) || wanted.Any(w => w.Track == held.Track)) continue;
            Empty(place, held);
            changed = true;
        }
        foreach (var (track, atMost) in wanted)
        {
            if (sharesVoices && track.Kind == MediaKind.Audio) continue;
            var place = Holding(track);
            if (place is null)
            {
                place = FreeOrNew(track.Kind);
                if (place is null) continue;
                Fill(place, track);
                changed = true;
            }
            place.Subscription!.AtMost = atMost;
        }
        return Follow(loudest) || changed;
    }

    /// <summary>Lets the shared places carry the loudest microphones; true when an offer is needed for one more place.</summary>
    public bool Follow(List<PublishedTrack> loudest)
    {
        if (!sharesVoices) return false;
        var changed = false;
        foreach (var track in loudest)
        {
            if (!microphones.Contains(track) || Holding(track) is not null) continue;
            if (Quiet(loudest) is { } place) place.Subscription!.Follow(track);
            else if (Voices() < settings.Voices && FreeOrNew(MediaKind.Audio) is { } another)
            {
                Fill(another, track);
                changed = true;
            }
        }
        return changed;
    }

    private bool IsShared(Place place) => sharesVoices && place.Kind == MediaKind.Audio;

    /// <summary>Once shared, the places stay so: people who come and go at the limit must not bring new offers.</summary>
    private bool ShareWhenMany()
    {
        if (sharesVoices || microphones.Count <= settings.Voices) return false;
        sharesVoices = true;
        foreach (var place in places)
            if (IsShared(place) && Voices() > settings.Voices && place.Subscription is { } held) Empty(place, held);
        return true;
    }

    private int Voices()
    {
        var count = 0;
        foreach (var place in places)
            if (place is { Kind: MediaKind.Audio, Subscription: not null }) count++;
        return count;
    }

    private Place? Holding(PublishedTrack track)
    {
        foreach (var place in places)
            if (place.Subscription?.Track == track) return place;
        return null;
    }

    /// <summary>A shared place whose microphone is no longer among the loudest.</summary>
    private Place? Quiet(List<PublishedTrack> loudest)
    {
        foreach (var place in places)
            if (place is { Kind: MediaKind.Audio, Subscription: { } held } && !(loudest.Contains(held.Track) && microphones.Contains(held.Track))) return place;
        return null;
    }

    private Place? FreeOrNew(MediaKind kind)
    {
        foreach (var place in places)
            if (place.Kind == kind && place.Subscription is null) return place;
        if (places.Count >= settings.MaxSubscriptions) return null;
        places.Add(new Place(places.Count, kind));
        return places[^1];
    }

    private void Fill(Place place, PublishedTrack track)
    {
        place.Subscription = subscribe(track);
        track.Add(place.Subscription);
    }

    private static void Empty(Place place, Subscription held)
    {
        held.Track.Remove(held);
        place.Subscription = null;
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

    public List<OfferedSection> Sections() => [.. places.Select(Section)];

    private OfferedSection Section(Place place)
    {
        if (place.Subscription is not { } s) return new OfferedSection(place.Mid, place.Kind, false, "", "", 0, 0);
        var (stream, track) = IsShared(place)
            ? (SubscribedTrack.Voices, $"{SubscribedTrack.Voices}-{place.Mid}")
            : (Token(s.Track.Owner.Name), Token($"{s.Track.Owner.Name}-{s.Track.Source}"));
        return new OfferedSection(place.Mid, place.Kind, true, stream, track, s.Ssrc, s.RtxSsrc);
    }

    public List<SubscribedTrack> Tracks() =>
    [
        .. from place in places
           let track = place.Subscription?.Track
           where track is not null
           select IsShared(place)
               ? new SubscribedTrack(place.Mid, "", SubscribedTrack.Voices, place.Kind)
               : new SubscribedTrack(place.Mid, track.Owner.Name, track.Source, place.Kind),
    ];

    /// <summary>Names come from the caller; in SDP only a token may stand (RFC 8866 §9).</summary>
    private static string Token(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'));
}
