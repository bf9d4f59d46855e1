using Lyceum.Domain.Classes;
using Lyceum.Media;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Media;
using Lyceum.Web.Hosting;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Media;

/// <summary>
/// The classes with sound and picture on this server, and their breakout rooms. One is opened by whoever first wants either, which is when the media server first
/// listens; it is closed when the class has ended or nobody is left in it.
/// </summary>
public sealed class MediaRooms(IServiceProvider services, SchoolSettings settings, IClock clock, ILogger<MediaRooms> log) : BackgroundService
{
    private static readonly TimeSpan ListenEvery = TimeSpan.FromMilliseconds(250);
    private static readonly Duration LongestIdle = Duration.FromMinutes(2);
    private static readonly Duration LongestEnding = Duration.FromSeconds(30);
    private const int CompareEvery = 4;
    private readonly Lock gate = new();
    private readonly Dictionary<(Guid Class, int? Place), MediaRoom> open = [];
    private readonly Dictionary<MediaRoom, Instant> ending = [];

    /// <summary>Null when the media server does not run.</summary>
    internal MediaRoom? Open(ClassRoom room, int? place)
    {
        lock (gate)
        {
            if (open.TryGetValue((room.Session.ActivityId, place), out var known) && known.Room == room) return known;
            if (room.State.Within(place) is not { } state || state.Phase is ClassPhase.Closed or ClassPhase.Ended) return null;
            try
            {
                if (known is not null) End(known);
                return open[(room.Session.ActivityId, place)] = new MediaRoom(
                    room, place, services.GetRequiredService<IMediaServer>(), services.GetRequiredService<MediaPost>(), clock, settings.RecordingsFolder);
            }
            catch (Exception failure) when (failure is System.Net.Sockets.SocketException or InvalidOperationException or DllNotFoundException)
            {
                log.LogError(failure, "There is no sound and picture in the class {Class}", room.Session.ActivityId);
                return null;
            }
        }
    }

    /// <summary>Whether the sound of this class is here.</summary>
    internal bool Holds(ClassRoom room)
    {
        lock (gate) return open.TryGetValue((room.Session.ActivityId, null), out var known) && known.Room == room;
    }

    /// <summary>Whether this person is heard and seen in the class already, on whatever device.</summary>
    public bool Has(Guid classId, Guid person)
    {
        lock (gate) return open.Any(one => one.Key.Class == classId && one.Value.Has(person));
    }

    /// <summary>Where this connection's person is.</summary>
    internal MediaRoom? Find(ClassRoom room, ClassConnection connection)
    {
        lock (gate) return open.TryGetValue((room.Session.ActivityId, room.State.PlaceOf(connection.Who.PersonId)), out var known) && known.Room == room ? known : null;
    }

    internal IEnumerable<RelayServer> RelaysFor(ClassActor who) =>
        services.GetRequiredService<IMediaServer>().IceServers(MediaGuest.NameOf(who.PersonId)).Select(s => new RelayServer([.. s.Urls], s.Username, s.Credential));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(ListenEvery);
        for (var tick = 0; await timer.WaitForNextTickAsync(stoppingToken); tick++)
        {
            MediaRoom[] rooms;
            lock (gate) rooms = [.. open.Values];
            foreach (var room in rooms) Tick(room, tick % CompareEvery == 0);
        }
    }

    private void Tick(MediaRoom room, bool compares)
    {
        try
        {
            room.Listen();
            if (!compares) return;
            room.Compare();
            var now = clock.GetCurrentInstant();
            lock (gate)
            {
                if (room.State.Phase == ClassPhase.Ended || now - room.IdleSince > LongestIdle) End(room);
                foreach (var (ended, _) in ending.Where(e => now - e.Value > LongestEnding).ToArray())
                {
                    ending.Remove(ended);
                    ended.Dispose();
                }
            }
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Sound and picture of the class {Class} failed", room.Room.Session.ActivityId);
        }
    }

    // It listens for a while yet: the recordings tell how long they became.
    private void End(MediaRoom room)
    {
        open.Remove((room.Room.Session.ActivityId, room.Place));
        ending[room] = clock.GetCurrentInstant();
        _ = room.Close().ContinueWith(closed => log.LogError(closed.Exception, "A room did not close"), TaskContinuationOptions.OnlyOnFaulted);
    }
}
