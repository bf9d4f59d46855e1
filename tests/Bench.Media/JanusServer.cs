using System.Diagnostics;
using System.Net;
using Lyceum.Media.FarEnd;

namespace Lyceum.Media.Bench;

/// <summary>
/// Debian's Janus in its best mode (as many event loops as cores, ICE-lite), with the videoroom plugin and recording, from folders of its own.
/// It looks past the loopback interface, so it is measured only where another address is given.
/// </summary>
internal sealed class JanusServer : IServerUnderTest
{
    private const string Program = "/usr/bin/janus", Libraries = "/usr/lib/x86_64-linux-gnu/janus";
    private const int Port = 18188, Room = 1234;
    private readonly Process process;
    private readonly string folder;
    private readonly JanusSession session;

    private JanusServer(Process process, string folder, JanusSession session) => (this.process, this.folder, this.session) = (process, folder, session);

    public string Name => "Janus";
    public int ProcessId => process.Id;

    public static string? Missing(IPAddress address) =>
        !File.Exists(Program) ? "it is not installed." : IPAddress.IsLoopback(address) ? "it does not listen on the loopback address; run it through tools/own-network, or give --address." : null;

    public static async Task<JanusServer> Start(IPAddress address)
    {
        var folder = Directory.CreateTempSubdirectory("lyceum-janus").FullName;
        Link(folder, "plugins", "libjanus_videoroom.so");
        Link(folder, "transports", "libjanus_websockets.so");
        foreach (var empty in new[] { "events", "loggers", "rec" }) Directory.CreateDirectory(Path.Combine(folder, empty));
        File.WriteAllText(Path.Combine(folder, "janus.jcfg"), $$"""
            general: {
              configs_folder = "{{folder}}"
              plugins_folder = "{{folder}}/plugins"
              transports_folder = "{{folder}}/transports"
              events_folder = "{{folder}}/events"
              loggers_folder = "{{folder}}/loggers"
              event_loops = {{Environment.ProcessorCount}}
              debug_level = 2
            }
            nat: {
              ice_lite = true
              full_trickle = false
              ice_enforce_list = "{{address}}"
            }
            """);
        File.WriteAllText(Path.Combine(folder, "janus.transport.websockets.jcfg"), $$"""general: { ws = true, ws_port = {{Port}}, ws_ip = "{{address}}" }""");
        File.WriteAllText(Path.Combine(folder, "janus.plugin.videoroom.jcfg"), "general: { }");
        var process = Process.Start(new ProcessStartInfo(Program, ["-F", folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var session = await JanusSession.Open(new Uri($"ws://{address}:{Port}"));
        var server = new JanusServer(process, folder, session);
        await session.Ask(await session.Attach(), new
        {
            request = "create", room = Room, publishers = 10, record = true, rec_dir = Path.Combine(folder, "rec"), audiocodec = "opus", videocodec = "vp8", bitrate = 0,
        });
        return server;
    }

    public async Task Publish(Caller caller)
    {
        var handle = await session.Attach();
        await session.Ask(handle, new { request = "join", ptype = "publisher", room = Room, id = 1, display = "publisher" });
        var reply = await session.Ask(handle, new { request = "configure", audio = true, video = true }, ("offer", caller.OfferToPublish(true, true)));
        caller.Connect(reply.Sdp!);
    }

    public async Task Subscribe(Caller caller, int number)
    {
        var handle = await session.Attach();
        // The feed exists only once the publisher's connection stands.
        while (number == 0 && !await HasFeed(handle)) await Task.Delay(100);
        var offer = await session.Ask(handle, new { request = "join", ptype = "subscriber", room = Room, streams = new[] { new { feed = 1 } } });
        await session.Ask(handle, new { request = "start" }, ("answer", caller.AnswerTo(offer.Sdp!)));
        caller.Connect(offer.Sdp!);
    }

    private async Task<bool> HasFeed(long handle)
    {
        var (reply, _) = await session.Ask(handle, new { request = "listparticipants", room = Room });
        return reply["plugindata"]!["data"]!["participants"]!.AsArray().Any(p => (bool?)p!["publisher"] == true);
    }

    private static void Link(string folder, string kind, string library)
    {
        Directory.CreateDirectory(Path.Combine(folder, kind));
        File.CreateSymbolicLink(Path.Combine(folder, kind, library), Path.Combine(Libraries, kind, library));
    }

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
