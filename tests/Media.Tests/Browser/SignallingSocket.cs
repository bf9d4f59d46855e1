using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lyceum.Media.Tests.Browser;

/// <summary>One page's socket: calls in, replies and signals out, all JSON.</summary>
internal sealed class SignallingSocket(IMediaServer media, WebSocket socket, string room, string name)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly SemaphoreSlim sending = new(1);

    public string Name => name;

    public async Task Run(CancellationToken ct)
    {
        var buffer = new byte[1 << 18];
        while (socket.State == WebSocketState.Open)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close) return;
            var call = JsonNode.Parse(buffer.AsSpan(0, length))!;
            var reply = Handle(call);
            reply["id"] = (int)call["id"]!;
            await Send(reply);
        }
    }

    public Task Tell(MediaSignal signal)
    {
        var message = JsonSerializer.SerializeToNode(signal, signal.GetType(), Json)!;
        message["type"] = signal.GetType().Name;
        return Send(message);
    }

    private JsonObject Handle(JsonNode call) => (string)call["type"]! switch
    {
        "publish" => Replied(media.Publish(room, name, new PublishOffer((string)call["sdp"]!, call["sources"].Deserialize<Dictionary<string, string>>()!))),
        "desire" => Refused(media.Desire(room, name, call["tracks"].Deserialize<DesiredTrack[]>(Json)!)),
        "answer" => Refused(media.Answer(room, name, (int)call["revision"]!, (string)call["sdp"]!)),
        "restart" => Refused(media.RestartSubscription(room, name)),
        "renew" => Refused(media.RenewSubscription(room, name)),
        _ => new JsonObject { ["refusal"] = "unknown" },
    };

    private static JsonObject Replied(PublishReply reply) => new() { ["sdp"] = reply.Sdp, ["refusal"] = reply.Refusal?.Detail };

    private static JsonObject Refused(MediaRefusal? refusal) => new() { ["refusal"] = refusal?.Detail };

    private async Task Send(JsonNode message)
    {
        await sending.WaitAsync();
        try
        {
            if (socket.State == WebSocketState.Open)
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, default);
        }
        finally
        {
            sending.Release();
        }
    }
}
