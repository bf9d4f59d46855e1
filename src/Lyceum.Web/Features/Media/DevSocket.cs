using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lyceum.Media;
using Lyceum.Web.Hosting;

namespace Lyceum.Web.Features.Media;

/// <summary>Signalling of the development page: calls in, replies and signals out, as JSON over a WebSocket. Everybody meets in one room.</summary>
internal sealed class DevSocket(IMediaServer media, WebSocket socket, string name) : IDisposable
{
    public const string Room = "dev";
    private const int MaxMessage = 256 * 1024;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly SemaphoreSlim sending = new(1);

    public static async Task Open(HttpContext http)
    {
        var (services, name) = (http.RequestServices, http.Request.Query["name"].ToString());
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var (media, settings) = (services.GetRequiredService<IMediaServer>(), services.GetRequiredService<SchoolSettings>());
        media.OpenRoom(Room, new RoomSettings(Path.Combine(settings.Data, "dev-recordings")));
        using var accepted = await http.WebSockets.AcceptWebSocketAsync();
        using var socket = new DevSocket(media, accepted, name);
        using var listening = services.GetRequiredService<MediaPost>().Listen(Room, socket.Tell);
        try { await socket.Run(http.RequestAborted); }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException) { }
        media.Leave(Room, name);
    }

    private async Task Run(CancellationToken ct)
    {
        var buffer = new byte[MaxMessage];
        while (socket.State == WebSocketState.Open)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                if (length == buffer.Length) return;
                part = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close || JsonSerializer.Deserialize<DevCall>(buffer.AsSpan(0, length), Json) is not { } call) return;
            await Send(Handle(call));
        }
    }

    private JsonObject Handle(DevCall call)
    {
        var reply = new JsonObject { ["id"] = call.Id };
        switch (call.Type)
        {
            case "publish":
                var published = media.Publish(Room, name, new PublishOffer(call.Sdp ?? "", call.Sources ?? []));
                (reply["sdp"], reply["refusal"]) = (published.Sdp, published.Refusal?.Detail);
                break;
            case "desire": reply["refusal"] = media.Desire(Room, name, call.Tracks ?? [])?.Detail; break;
            case "answer": reply["refusal"] = media.Answer(Room, name, call.Revision, call.Sdp ?? "")?.Detail; break;
            case "restart": reply["refusal"] = media.RestartSubscription(Room, name)?.Detail; break;
            case "observe": reply["room"] = JsonSerializer.SerializeToNode(media.Observe(Room), Json); break;
            default: reply["refusal"] = "There is no such call."; break;
        }
        return reply;
    }

    private Task Tell(MediaSignal signal)
    {
        if (signal is SubscriptionOffered offer && offer.Participant != name) return Task.CompletedTask;
        var message = JsonSerializer.SerializeToNode(signal, signal.GetType(), Json)!.AsObject();
        message["type"] = signal.GetType().Name;
        return Send(message);
    }

    private async Task Send(JsonObject message)
    {
        await sending.WaitAsync();
        try
        {
            if (socket.State == WebSocketState.Open) await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, default);
        }
        finally
        {
            sending.Release();
        }
    }

    public void Dispose() => sending.Dispose();

    private sealed record DevCall(int Id, string Type, string? Sdp, Dictionary<string, string>? Sources, DesiredTrack[]? Tracks, int Revision);
}
