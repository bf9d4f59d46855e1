using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Lyceum.Media.FarEnd;

namespace Lyceum.Media.Bench;

/// <summary>The measured process: a media server that is told what to do by lines of JSON.</summary>
internal static class ServerMode
{
    public static async Task Run(IPAddress address, string recordings)
    {
        var folder = recordings.Length > 0 ? recordings : Directory.CreateTempSubdirectory("lyceum-bench").FullName;
        await using var media = new MediaServer(new MediaSettings { Addresses = [address] }, TimeProvider.System);
        media.OpenRoom("bench", new RoomSettings(folder));
        while (Console.ReadLine() is { } line)
        {
            var call = JsonSerializer.Deserialize<Call>(line)!;
            Console.WriteLine(JsonSerializer.Serialize(await Answer(media, call)));
        }
        await media.CloseRoom("bench");
        if (recordings.Length == 0) Directory.Delete(folder, recursive: true);
    }

    private static async Task<Call> Answer(MediaServer media, Call call)
    {
        if (call.What == "publish") return call with { Sdp = media.Publish("bench", call.Name, new PublishOffer(call.Sdp, new Dictionary<string, string>())).Sdp! };
        if (call.What == "answer")
        {
            media.Answer("bench", call.Name, call.Revision, call.Sdp);
            return call;
        }
        media.Desire("bench", call.Name, [new("publisher", "microphone"), new("publisher", "camera")]);
        await foreach (var signal in media.Signals.ReadAllAsync())
            if (signal is SubscriptionOffered offer && offer.Participant == call.Name) return call with { Sdp = offer.Sdp, Revision = offer.Revision };
        return call;
    }
}

internal sealed record Call(string What, string Name, string Sdp = "", int Revision = 0);

/// <summary>Our server in a process of its own, recording as it goes.</summary>
internal sealed class OwnServer : IServerUnderTest
{
    private readonly Process process;

    private OwnServer(Process process) => this.process = process;

    public string Name => "Lyceum";
    public int ProcessId => process.Id;

    public static Task<OwnServer> Start(IPAddress address)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["server", "--address", address.ToString()]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return Task.FromResult(new OwnServer(Process.Start(start)!));
    }

    public async Task Publish(Caller caller) => caller.Connect((await Ask(new("publish", "publisher", caller.OfferToPublish(true, true)))).Sdp);

    public async Task Subscribe(Caller caller, int number)
    {
        var offer = await Ask(new("desire", $"s{number}"));
        await Ask(offer with { What = "answer", Sdp = caller.AnswerTo(offer.Sdp) });
        caller.Connect(offer.Sdp);
    }

    private async Task<Call> Ask(Call call)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(call));
        await process.StandardInput.FlushAsync();
        return JsonSerializer.Deserialize<Call>((await process.StandardOutput.ReadLineAsync())!)!;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
