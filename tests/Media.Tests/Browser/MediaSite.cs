using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lyceum.Media.Tests.Browser;

/// <summary>A tiny site with a media server behind it: the page, its script and a socket for signalling.</summary>
internal sealed class MediaSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<(string Room, string Name), SignallingSocket> sockets = new();
    private readonly Task pump;

    private MediaSite(WebApplication app, MediaServer media)
    {
        (this.app, Media) = (app, media);
        pump = Pump();
    }

    public MediaServer Media { get; }
    public string Url => app.Urls.First();
    public ConcurrentQueue<MediaSignal> Told { get; } = new();

    /// <summary>Defects of the server, and disks that refused: no test expects any.</summary>
    public void AssertNoFault() => Assert.DoesNotContain(Told, s => s is ServerFault or RecordingFailed);

    public static async Task<MediaSite> Start(MediaSettings? settings = null, IPAddress? address = null)
    {
        address ??= IPAddress.Loopback;
        var media = new MediaServer((settings ?? new MediaSettings()) with { Addresses = [address] }, TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new MediaSite(app, media);
        app.UseWebSockets();
        app.MapGet("/", () => Results.Content("<!doctype html><title>room</title><script src=client.js></script>", "text/html"));
        app.MapGet("/client.js", () => Results.Stream(typeof(MediaSite).Assembly.GetManifestResourceStream("client.js")!, "text/javascript"));
        app.MapGet("/signal", site.Signal);
        app.MapPost("/whip/{room}/{name}", site.Encode);
        await app.StartAsync();
        return site;
    }

    /// <summary>As much of WHIP (RFC 9725 §4.2) as an encoder needs to publish.</summary>
    private async Task<IResult> Encode(string room, string name, HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        var reply = Media.Publish(room, name, new PublishOffer(await body.ReadToEndAsync(), new Dictionary<string, string>()));
        if (reply.Sdp is null) return Results.BadRequest(reply.Refusal!.Detail);
        http.Response.Headers.Location = http.Request.Path.Value;
        return Results.Text(reply.Sdp, "application/sdp", Encoding.UTF8, StatusCodes.Status201Created);
    }

    /// <summary>Waits until this is so in the room.</summary>
    public Task Until(string room, Func<RoomSnapshot, bool> isSo) => Until(() => isSo(Media.Observe(room)!), () => Media.Observe(room)!);

    /// <summary>Waits until it is so, and tells what was so instead when it does not come about.</summary>
    public static async Task Until(Func<bool> isSo, Func<object> instead)
    {
        using var looking = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var start = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(start).TotalSeconds > 90) Assert.Fail($"It did not come about within 90 s: {JsonSerializer.Serialize(instead())}");
            await looking.WaitForNextTickAsync();
        }
    }

    private async Task Signal(HttpContext context)
    {
        var (room, name) = (context.Request.Query["room"].ToString(), context.Request.Query["name"].ToString());
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var page = new SignallingSocket(Media, socket, room, name);
        sockets[(room, name)] = page;
        try { await page.Run(context.RequestAborted); }
        catch (Exception closed) when (closed is System.Net.WebSockets.WebSocketException or OperationCanceledException) { }
    }

    /// <summary>Offers go to the one they are for, everything else to all in the room.</summary>
    private async Task Pump()
    {
        await foreach (var signal in Media.Signals.ReadAllAsync())
        {
            Told.Enqueue(signal);
            foreach (var (key, socket) in sockets)
                if (key.Room == signal.Room && (signal is not SubscriptionOffered offer || offer.Participant == key.Name)) await socket.Tell(signal);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Media.DisposeAsync();
        await pump;
        await app.DisposeAsync();
    }
}
