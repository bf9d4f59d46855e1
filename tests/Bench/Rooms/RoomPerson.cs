using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Lyceum.Domain.Classes;
using Lyceum.Media.Dtls;
using Lyceum.Media.FarEnd;
using Lyceum.Web.Tests.Classes;

namespace Lyceum.Bench.Rooms;

/// <summary>
/// Somebody in a class as a browser would be there, without the browser: a line to the hub, a connection that sends and one that receives, each
/// with its own keys and its own socket.
/// </summary>
internal sealed class RoomPerson(Guid id, DtlsIdentity identity) : IAsyncDisposable
{
    private const string Mark = "sent at ";
    private static readonly byte[] Needle = Encoding.ASCII.GetBytes(Mark);
    private readonly Lock counting = new();
    private readonly List<double> delays = [];
    private HubClient? line;
    private long askedAt;
    private bool isOffered;

    public Guid Id => id;
    public Caller Hears { get; } = new(identity) { ChecksSeals = false };
    public Caller? Sends { get; private set; }

    /// <summary>Milliseconds from asking to be let in to the first packet of somebody else's sound or picture; null before it came.</summary>
    public double? JoinedAfter { get; private set; }

    /// <summary>Milliseconds from sending to receiving, of every line of chat so far.</summary>
    public double[] Delays { get { lock (counting) return [.. delays]; } }

    public int Answers { get; private set; }

    public async Task Join(IPEndPoint address, string cookie, Guid classId)
    {
        askedAt = Stopwatch.GetTimestamp();
        line = await HubClient.Connect(cookie, new Uri($"http://{address}"), Count);
        line.Received = Notice;
        if (await line.Call<SentRefusal>("Join", classId, 0) is { } refusal) throw new InvalidOperationException(refusal.Message);
    }

    public async Task EnterMedia(IReadOnlyList<Guid> speakers)
    {
        if ((await line!.Call<MediaEntry>("EnterMedia", $"bench-{id:N}"))!.Refusal is { } refusal) throw new InvalidOperationException(refusal.Message);
        var others = speakers.Where(other => other != id).ToList();
        WantedTrack[] wanted = [.. others.Select(o => new WantedTrack(o, MediaSource.Microphone, PictureSize.Small)), .. others.Select(o => new WantedTrack(o, MediaSource.Camera, PictureSize.Small))];
        if (await line.Call<SentRefusal>("Desire", (object)wanted) is { } unwanted) throw new InvalidOperationException(unwanted.Message);
    }

    public async Task TurnOn()
    {
        await Do(new TurnOn(MediaSource.Microphone));
        await Do(new TurnOn(MediaSource.Camera));
        var caller = new Caller(identity);
        var sources = new Dictionary<string, MediaSource> { ["a"] = MediaSource.Microphone, ["v"] = MediaSource.Camera };
        var answer = (await line!.Call<MediaAnswer>("Publish", new MediaOffer(caller.OfferToPublish(sound: true, picture: true), sources.ToImmutableDictionary())))!;
        caller.Connect(answer.Sdp ?? throw new InvalidOperationException(answer.Refusal?.Message));
        Sends = caller;
    }

    /// <summary>Starts the class, unless its hour has come and the clock did.</summary>
    public Task Start() => line!.Call<Receipt>("Send", new StartClass(), Guid.NewGuid().ToString("N"), null);

    public async Task<long> Do(ClassCommand command)
    {
        var receipt = (await line!.Call<Receipt>("Send", command, Guid.NewGuid().ToString("N"), null))!;
        return receipt.IsAccepted ? receipt.Sequence : throw new InvalidOperationException(receipt.Refusal?.Message);
    }

    public Task Say() => Do(new PostChat($"{Mark}{Stopwatch.GetTimestamp()} in a sentence of the usual length"));

    /// <summary>Called by the thread that drains: takes what arrived and notices the first of it.</summary>
    public void Drain()
    {
        if (!Volatile.Read(ref isOffered)) return;
        Hears.Receive();
        if (JoinedAfter is null && Hears.Packets > 0) JoinedAfter = Stopwatch.GetElapsedTime(askedAt).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        if (line is not null) await line.DisposeAsync();
        Sends?.Dispose();
        Hears.Dispose();
    }

    // Lines of chat are many and only counted; everything else is read.
    private bool Count(ReadOnlyMemory<byte> message)
    {
        var bytes = message.Span;
        Answers += bytes.Count("\"pollAnswered\""u8);
        if (bytes.IndexOf(Needle) is not (>= 0 and var at)) return bytes.IndexOf("\"target\":\"Events\""u8) >= 0;
        while (at >= 0)
        {
            bytes = bytes[(at + Needle.Length)..];
            _ = System.Buffers.Text.Utf8Parser.TryParse(bytes, out long sent, out _);
            lock (counting) delays.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            at = bytes.IndexOf(Needle);
        }
        return true;
    }

    private void Notice(string target, JsonElement message)
    {
        if (target == "Media" && message.Deserialize<MediaNotice>(ClassJson.Options) is SubscriptionOffer offer) _ = Answer(offer);
    }

    private async Task Answer(SubscriptionOffer offer)
    {
        await line!.Call<SentRefusal>("Answer", offer.Revision, Hears.AnswerTo(offer.Sdp));
        if (isOffered) return;
        Hears.Connect(offer.Sdp);
        Volatile.Write(ref isOffered, true);
    }
}
