using System.Collections.Immutable;
using System.Globalization;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Media;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Media;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Media;

/// <summary>
/// Sound and picture of one class, or of one breakout room of it. What the log allows and what each device asked for is what should be; it is compared with what the media
/// server reports whenever something happens and once a second, so that a lost signal heals.
/// </summary>
internal sealed class MediaRoom : IDisposable
{
    private static readonly Duration LongestGap = Duration.FromSeconds(60);
    private static readonly Duration LongestDisobedience = Duration.FromSeconds(5);
    private const int MostWanted = 110;
    private static int opened;
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, MediaGuest> guests = [];
    private readonly ClassRoom room;
    private readonly IMediaServer media;
    private readonly IClock clock;
    private readonly MediaRecording recording;
    private readonly IDisposable listening;
    private readonly int? place;
    private ImmutableHashSet<Guid> heardBy = [];
    private (ClassPhase, RoomMedia?, Breakouts?) followed;

    public MediaRoom(ClassRoom room, int? place, IMediaServer media, MediaPost post, IClock clock, string recordings)
    {
        (this.room, this.place, this.media, this.clock) = (room, place, media, clock);
        Name = $"{room.Session.ActivityId:N}-{Interlocked.Increment(ref opened)}";
        recording = new MediaRecording(Name, room, place, media, clock, recordings);
        if (place is { } breakout) heardBy = BreakoutRules.AudienceOf(room.State, breakout).People;
        media.OpenRoom(Name, new RoomSettings());
        listening = post.Listen(Name, Hear);
        room.Mailbox.Appended += Follow;
        room.Parted += Part;
        IdleSince = clock.GetCurrentInstant();
    }

    public string Name { get; }
    public ClassRoom Room => room;
    public int? Place => place;
    /// <summary>As it is in this room.</summary>
    public ClassState State => room.State.Within(place)!;
    /// <summary>Since when nobody has sound or picture; null while somebody does.</summary>
    public Instant? IdleSince { get; private set; }

    /// <summary>Makes this device the person's one. The one before hears that it no longer is.</summary>
    public DeviceArrival Enter(ClassConnection connection, string device)
    {
        DeviceArrival arrival;
        lock (gate)
        {
            IdleSince = null;
            var person = connection.Who.PersonId;
            // A tab that was duplicated has the name of the first; over a line that broke nobody hears this.
            if (guests.TryGetValue(person, out var known) && known.Connection != connection) known.Tell(new MediaMoved());
            if (known?.Device == device)
            {
                known.ComeBack(connection);
                return HasConnections(known) ? DeviceArrival.Returns : DeviceArrival.IsNew;
            }
            if (known is not null) media.Leave(Name, known.Name);
            guests[person] = new MediaGuest(device, connection);
            arrival = known is null ? DeviceArrival.IsNew : DeviceArrival.TakesOver;
        }
        Reconcile();
        return arrival;
    }

    /// <summary>Whether this person is heard and seen here, on whatever device.</summary>
    public bool Has(Guid person)
    {
        lock (gate) return guests.TryGetValue(person, out var guest) && guest.GoneAt is null;
    }

    public PublishReply? Publish(ClassConnection connection, MediaOffer offer, out Refusal? refusal)
    {
        lock (gate)
        {
            refusal = MediaRefusals.NotOnThisDevice;
            if (Find(connection) is not { } guest) return null;
            refusal = MediaRules.NotAllowedNow;
            if (offer.Sources.Values.Any(source => !State.MaySend(guest.Who, source))) return null;
            refusal = null;
            var reply = media.Publish(Name, guest.Name, new PublishOffer(offer.Sdp, offer.Sources.ToDictionary(s => s.Key, s => MediaGuest.NameOf(s.Value))));
            if (reply.Refusal is not null) refusal = MediaRefusals.NotUnderstood;
            return reply;
        }
    }

    /// <summary>False when the person is heard and seen on another device.</summary>
    public bool Want(ClassConnection connection, IEnumerable<WantedTrack> wanted) => With(connection, guest =>
    {
        guest.Wanted = [.. wanted.Take(MostWanted)];
        Reconcile(guest, State);
    });

    public bool Answer(ClassConnection connection, int revision, string sdp) => With(connection, guest => media.Answer(Name, guest.Name, revision, sdp));

    public bool Restart(ClassConnection connection) => With(connection, guest => media.RestartSubscription(Name, guest.Name));

    /// <summary>Begins the subscribing connection anew: for a page that has lost it.</summary>
    public bool Renew(ClassConnection connection) => With(connection, guest => media.RenewSubscription(Name, guest.Name));

    public void Leave(ClassConnection connection)
    {
        lock (gate)
            if (Find(connection) is { } guest) Remove(guest);
        Reconcile();
    }

    /// <summary>To be called a few times a second.</summary>
    public void Listen() => recording.Listen();

    /// <summary>Once a second: cuts whoever does not come back or does not obey, and mends what differs.</summary>
    public void Compare()
    {
        var now = clock.GetCurrentInstant();
        lock (gate)
        {
            foreach (var guest in guests.Values.Where(g => now - g.GoneAt > LongestGap).ToArray()) Remove(guest);
            foreach (var observed in media.Observe(Name)?.Participants ?? []) Compare(observed, now);
            if (guests.Count == 0) IdleSince ??= now;
        }
        Reconcile();
    }

    public Task Close() => media.CloseRoom(Name);

    public void Dispose()
    {
        room.Mailbox.Appended -= Follow;
        room.Parted -= Part;
        listening.Dispose();
    }

    private void Compare(ParticipantSnapshot observed, Instant now)
    {
        if (!Guid.TryParseExact(observed.Name, "N", out var person) || !guests.TryGetValue(person, out var guest)) return;
        var obeys = observed.Published.All(p => MediaGuest.SourceOf(p.Source) is not { } source || State.MaySend(guest.Who, source));
        guest.DisobeysAt = obeys ? null : guest.DisobeysAt ?? now;
        if (now - guest.DisobeysAt <= LongestDisobedience || guest.DisobeysAt is null) return;
        media.Leave(Name, guest.Name);
        (guest.DisobeysAt, guest.Desired) = (null, []);
        guest.Tell(new MediaLost());
    }

    // Most of what happens in a class is not about sound or picture.
    private void Follow()
    {
        var now = (State.Phase, State.Media, State.Breakouts);
        if (now == followed) return;
        followed = now;
        Part();
        Reconcile();
    }

    private void Reconcile()
    {
        recording.Follow();
        lock (gate)
            foreach (var guest in guests.Values) Reconcile(guest, State);
    }

    private void Reconcile(MediaGuest guest, ClassState state)
    {
        var desired = guest.Wanted.Where(w => guests.ContainsKey(w.PersonId) && state.IsSent(w.PersonId, w.Source))
            .Select(w => new DesiredTrack(MediaGuest.NameOf(w.PersonId), MediaGuest.NameOf(w.Source), (Quality)w.AtMost)).ToArray();
        if (desired.SequenceEqual(guest.Desired)) return;
        if (media.Desire(Name, guest.Name, desired) is null) guest.Desired = desired;
    }

    // Whoever went into another room is heard and seen there, and of a breakout room everybody has in the replay the time they were in it.
    private void Part()
    {
        lock (gate)
        {
            foreach (var guest in guests.Values.Where(g => room.State.PlaceOf(g.Who.PersonId) != place).ToArray()) Remove(guest);
            if (place is not { } breakout) return;
            var here = BreakoutRules.AudienceOf(room.State, breakout).People;
            if (here.SetEquals(heardBy)) return;
            heardBy = here;
            media.CutRecordings(Name);
        }
    }

    // Whoever was shown the door is silent at once; a line that broke may come back.
    private void Part(ClassConnection connection, bool isForGood)
    {
        lock (gate)
        {
            if (Find(connection) is not { } guest) return;
            if (isForGood) Remove(guest);
            else guest.GoneAt = clock.GetCurrentInstant();
        }
        Reconcile();
    }

    private void Remove(MediaGuest guest)
    {
        guests.Remove(guest.Who.PersonId);
        media.Leave(Name, guest.Name);
    }

    private bool HasConnections(MediaGuest guest) =>
        media.Observe(Name)?.Participants.Any(p => p.Name == guest.Name && p.Subscribing is not ConnectionState.Gone) ?? false;

    private MediaGuest? Find(ClassConnection connection) =>
        guests.TryGetValue(connection.Who.PersonId, out var guest) && guest.Connection == connection ? guest : null;

    private bool With(ClassConnection connection, Action<MediaGuest> what)
    {
        lock (gate)
        {
            if (Find(connection) is not { } guest) return false;
            what(guest);
            return true;
        }
    }

    private Task Hear(MediaSignal signal)
    {
        if (signal is SpeakerChanged speaker) recording.Speaker = Guid.TryParseExact(speaker.Participant, "N", out var id) ? id : null;
        if (NoticeOf(signal) is var (participant, notice))
        {
            lock (gate)
            {
                if (Guid.TryParseExact(participant, "N", out var person) && guests.TryGetValue(person, out var guest))
                {
                    if (notice is MediaLost) guest.Desired = [];
                    guest.Tell(notice);
                }
            }
        }
        return recording.Hear(signal);
    }

    private static (string, MediaNotice)? NoticeOf(MediaSignal signal) => signal switch
    {
        SubscriptionOffered o => (o.Participant, new SubscriptionOffer(o.Revision, o.Sdp, o.IsNewConnection,
            [.. o.Tracks.Select(Offered).OfType<OfferedTrack>()])),
        RungChanged r => (r.Participant, new LineStepped((LineRung)r.Rung, r.Reason)),
        ConnectionChanged { State: ConnectionState.Gone } c => (c.Participant, new MediaLost()),
        _ => null,
    };

    /// <summary>A place that the voices of a large class share is nobody's: the room plays it under a number of its own.</summary>
    private static OfferedTrack? Offered(SubscribedTrack track)
    {
        if (track.Source == SubscribedTrack.Voices) return new OfferedTrack(track.Mid, new Guid(int.Parse(track.Mid, CultureInfo.InvariantCulture) + 1, 0, 0, new byte[8]), MediaSource.Microphone);
        return MediaGuest.SourceOf(track.Source) is { } source && Guid.TryParseExact(track.Participant, "N", out var person)
            ? new OfferedTrack(track.Mid, person, source)
            : null;
    }
}
