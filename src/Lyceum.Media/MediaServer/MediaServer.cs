using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Lyceum.Media.Dtls;
using Lyceum.Media.Ice;
using Lyceum.Media.Sockets;

namespace Lyceum.Media;

/// <summary>The server itself: one UDP port, its loops, a clock that ticks for all rooms, and the rooms.</summary>
public sealed class MediaServer : IMediaServer
{
    private readonly ConcurrentDictionary<string, Room> rooms = new();
    private readonly Channel<MediaSignal> signals = Channel.CreateUnbounded<MediaSignal>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ServerParts parts;
    private readonly ServerLoops loops;
    private readonly RoomCounters closed = new();
    private readonly MediaMeter meter;

    /// <summary>The rooms as an array, since walking them on every tick must not allocate.</summary>
    private volatile Room[] ticking = [];
    private readonly Lock changing = new();

    public MediaServer(MediaSettings settings, TimeProvider time)
    {
        var sockets = ServerAddresses.Bind(settings);
        Port = sockets[0].Local.Port;
        parts = new ServerParts(settings, new MediaClock(time), new DtlsIdentity(time), new Routes(),
            ServerAddresses.Candidates(settings, sockets), signals.Writer);
        loops = new ServerLoops(sockets, parts, () => ticking);
        meter = new MediaMeter(Totals, () => ticking);
    }

    public int Port { get; }
    public ChannelReader<MediaSignal> Signals => signals.Reader;
    public IReadOnlyList<IPEndPoint> Candidates => parts.Candidates;

    public void OpenRoom(string room, RoomSettings settings)
    {
        if (rooms.ContainsKey(room)) return;
        if (rooms.Count >= parts.Settings.MaxRooms) throw new InvalidOperationException("There are as many rooms as the settings allow.");
        var made = new Room(room, settings, parts);
        if (!rooms.TryAdd(room, made)) made.Dispose();
        RoomsChanged();
    }

    public bool Record(string room, string folder)
    {
        if (!rooms.TryGetValue(room, out var found)) return false;
        lock (found.Gate) found.Record(folder);
        return true;
    }

    public void CutRecordings(string room)
    {
        if (!rooms.TryGetValue(room, out var found)) return;
        lock (found.Gate) found.CutRecordings();
    }

    public IReadOnlyList<HeardVoice> Voices(string room)
    {
        if (!rooms.TryGetValue(room, out var found)) return [];
        lock (found.Gate) return [.. found.Voices];
    }

    public async Task CloseRoom(string room)
    {
        if (!rooms.TryRemove(room, out var closing)) return;
        RoomsChanged();
        Task finished;
        lock (closing.Gate) finished = closing.Close();
        lock (closed) closed.Add(closing.Counters);
        await finished;
        lock (closing.Gate) closing.Dispose();
    }

    public PublishReply Publish(string room, string participant, PublishOffer offer)
    {
        if (!TryEnter(room, participant, out var found, out var refusal)) return new(null, refusal);
        lock (found.Gate)
        {
            if (found.IsClosed) return new(null, NoRoom(room));
            return found.Act(send => found.Enter(participant).Accept(offer, send));
        }
    }

    public MediaRefusal? Desire(string room, string participant, IReadOnlyList<DesiredTrack> tracks)
    {
        if (!TryEnter(room, participant, out var found, out var refusal)) return refusal;
        lock (found.Gate)
        {
            if (found.IsClosed) return NoRoom(room);
            found.Enter(participant).Desire(tracks);
            return null;
        }
    }

    public MediaRefusal? Answer(string room, string participant, int revision, string sdp) =>
        With(room, participant, (p, _) => p.Subscriber is { } s ? s.Answer(revision, sdp) : new(MediaRefusalKind.StaleRevision, "Nothing was offered."));

    public MediaRefusal? RestartSubscription(string room, string participant) => With(room, participant, (p, _) =>
    {
        p.Subscriber?.RestartIce();
        return null;
    });

    public MediaRefusal? RenewSubscription(string room, string participant) => With(room, participant, (p, send) =>
    {
        p.RenewSubscription(send);
        return null;
    });

    public IReadOnlyList<IceServer> IceServers(string participant)
    {
        if (parts.Settings.Relay is not { } relay) return [];
        var minted = TurnCredentials.Mint(relay.Secret, participant, relay.Lifetime, parts.Clock.Time);
        return [new IceServer(relay.Urls, minted.Username, minted.Password)];
    }

    public void Leave(string room, string participant)
    {
        if (!rooms.TryGetValue(room, out var found)) return;
        lock (found.Gate) found.Leave(participant);
    }

    public RoomSnapshot? Observe(string room)
    {
        if (!rooms.TryGetValue(room, out var found)) return null;
        lock (found.Gate) return RoomObserver.Observe(found, parts.Clock.Now);
    }

    /// <summary>Counted since the server started, over all rooms that are and that were.</summary>
    public RoomCounters Totals()
    {
        var all = new RoomCounters();
        lock (closed) all.Add(closed);
        foreach (var room in rooms.Values) all.Add(room.Counters);
        return all;
    }

    private MediaRefusal? With(string room, string participant, Func<Participant, PacketOut, MediaRefusal?> what)
    {
        if (!rooms.TryGetValue(room, out var found)) return NoRoom(room);
        lock (found.Gate)
        {
            return found.Find(participant) is { } one
                ? found.Act(send => what(one, send))
                : new(MediaRefusalKind.NoSuchParticipant, participant);
        }
    }

    private bool TryEnter(string room, string participant, out Room found, out MediaRefusal? refusal)
    {
        refusal = null;
        if (!rooms.TryGetValue(room, out found!)) refusal = NoRoom(room);
        else
        {
            lock (found.Gate)
                if (found.Find(participant) is null && found.Count >= parts.Settings.MaxParticipants)
                    refusal = new(MediaRefusalKind.TooMany, "The room has as many participants as the settings allow.");
        }
        return refusal is null;
    }

    private void RoomsChanged()
    {
        lock (changing) ticking = [.. rooms.Values];
    }

    private static MediaRefusal NoRoom(string room) => new(MediaRefusalKind.NoSuchRoom, room);

    public async ValueTask DisposeAsync()
    {
        foreach (var room in rooms.Keys) await CloseRoom(room);
        loops.Dispose();
        meter.Dispose();
        parts.Identity.Dispose();
        signals.Writer.TryComplete();
    }
}
