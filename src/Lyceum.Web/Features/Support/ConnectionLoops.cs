using System.Collections.Concurrent;
using System.Threading.Channels;
using Lyceum.Media;
using Lyceum.Media.Ice;
using Lyceum.Web.Features.Media;

namespace Lyceum.Web.Features.Support;

/// <summary>
/// Short ways to the media server and back: a browser sends a picture into a room of its own and receives it again. One at a time for each
/// person, and each for a minute at most.
/// </summary>
public sealed class ConnectionLoops(IServiceProvider services, ILogger<ConnectionLoops> log)
{
    private const string There = "there", Back = "back", Picture = "screen";
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<Guid, Loop> loops = new();
    private readonly Lock beginning = new();

    /// <summary>What the browser's connections are to be made with to go by a relay; empty where the school has none.</summary>
    public IReadOnlyList<IceServer> Relays(Guid personId) => services.GetRequiredService<IMediaServer>().IceServers(RoomOf(personId));

    /// <summary>The answer to the browser's offer; null when sound and picture are not to be had.</summary>
    public string? Begin(Guid personId, string mid, string sdp)
    {
        try
        {
            var (media, room) = (services.GetRequiredService<IMediaServer>(), RoomOf(personId));
            // Who presses twice begins twice at once: the later one takes the place of the whole former one.
            lock (beginning)
            {
                End(personId);
                if (loops.Count >= MostAtOnce) return null;
                media.OpenRoom(room, new RoomSettings());
                loops[personId] = Listen(personId, room);
            }
            var reply = media.Publish(room, There, new PublishOffer(sdp, new Dictionary<string, string> { [mid] = Picture }));
            if (reply.Refusal is null && media.Desire(room, Back, [new DesiredTrack(There, Picture)]) is null) return reply.Sdp;
        }
        catch (Exception failure) when (failure is System.Net.Sockets.SocketException or InvalidOperationException or DllNotFoundException)
        {
            log.LogError(failure, "No connection can be checked");
        }
        End(personId);
        return null;
    }

    private Loop Listen(Guid personId, string room)
    {
        var offers = Channel.CreateUnbounded<SubscriptionOffered>();
        var listening = services.GetRequiredService<MediaPost>().Listen(room, signal =>
        {
            if (signal is SubscriptionOffered offer) offers.Writer.TryWrite(offer);
            return Task.CompletedTask;
        });
        var loop = new Loop(offers, listening);
        loop.Ends = new Timer(_ => End(personId, loop), null, Longest, Timeout.InfiniteTimeSpan);
        return loop;
    }

    /// <summary>The server's next offer for the way back; null when none came in time.</summary>
    public async Task<SubscriptionOffered?> NextOffer(Guid personId, CancellationToken ct)
    {
        if (!loops.TryGetValue(personId, out var loop)) return null;
        try { return await loop.Offers.Reader.ReadAsync(ct).AsTask().WaitAsync(LongestWait, ct); }
        catch (Exception none) when (none is TimeoutException or ChannelClosedException) { return null; }
    }

    public bool Answer(Guid personId, int revision, string sdp) =>
        loops.ContainsKey(personId) && services.GetRequiredService<IMediaServer>().Answer(RoomOf(personId), Back, revision, sdp) is null;

    public void End(Guid personId) => End(personId, loops.GetValueOrDefault(personId));

    private void End(Guid personId, Loop? loop)
    {
        if (loop is null || !loops.TryRemove(new(personId, loop))) return;
        loop.Ends?.Dispose();
        loop.Listening.Dispose();
        loop.Offers.Writer.TryComplete();
        var closing = services.GetRequiredService<IMediaServer>().CloseRoom(RoomOf(personId));
        _ = closing.ContinueWith(closed => log.LogError(closed.Exception, "The room of a check did not close"), TaskContinuationOptions.OnlyOnFaulted);
    }

    private static string RoomOf(Guid personId) => $"check-{personId:N}";

    private sealed class Loop(Channel<SubscriptionOffered> offers, IDisposable listening)
    {
        public Channel<SubscriptionOffered> Offers => offers;
        public IDisposable Listening => listening;
        public Timer? Ends { get; set; }
    }
}
