using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lyceum.Media.Tests.Browser;

/// <summary>
/// One page of Debian's Firefox, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), since Playwright drives only its own build.
/// </summary>
internal sealed class Firefox : IScript
{
    private static readonly string? Program = new[] { "/usr/bin/firefox-esr", "/usr/bin/firefox" }.FirstOrDefault(File.Exists);
    private readonly string profile = Directory.CreateTempSubdirectory("lyceum-firefox").FullName;
    private readonly ClientWebSocket socket = new();
    private Process? process;
    private string context = "";
    private int calls;

    /// <summary>Firefox pairs no loopback candidates: the media server must be reached at another address, which tools/own-network makes.</summary>
    public static IPAddress? OwnAddress { get; } = IPAddress.TryParse(Environment.GetEnvironmentVariable("LYCEUM_OWN_ADDRESS"), out var address) ? address : null;

    public static string? NotInstalled => Program is null ? "Firefox is not installed." : null;

    public static string? Missing =>
        NotInstalled ?? (OwnAddress is null ? "Firefox needs a network of its own: run the tests through tools/own-network." : null);

    public static async Task<Firefox> Open(string url)
    {
        var firefox = await Start();
        await firefox.Go(url);
        // Only to a page that holds a microphone does Firefox show all of its addresses.
        await firefox.Run<object?>("async () => { window.granted = await navigator.mediaDevices.getUserMedia({ audio: true }); }");
        return firefox;
    }

    /// <param name="before">A script that every page runs before its own.</param>
    public static async Task<Firefox> Start(string? before = null)
    {
        var firefox = new Firefox();
        await firefox.Launch();
        await firefox.Call("session.new", new JsonObject { ["capabilities"] = new JsonObject() });
        var tree = await firefox.Call("browsingContext.getTree", []);
        firefox.context = (string)tree["contexts"]![0]!["context"]!;
        if (before is not null) await firefox.Call("script.addPreloadScript", new JsonObject { ["functionDeclaration"] = $"() => {{ {before} }}" });
        return firefox;
    }

    public Task Go(string url) => Call("browsingContext.navigate", new JsonObject { ["context"] = context, ["url"] = url, ["wait"] = "complete" });

    /// <summary>Waits until this is so, across the pages that come meanwhile.</summary>
    public async Task Until(string expression)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var now = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await IsSo(expression)) await now.WaitForNextTickAsync(patience.Token);
    }

    // A page that goes away meanwhile gives no answer.
    private async Task<bool> IsSo(string expression)
    {
        try
        {
            return await Run<bool>($"() => Boolean({expression})");
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    public async Task<T> Run<T>(string function, object? argument = null)
    {
        var answer = await Call("script.evaluate", new JsonObject
        {
            ["expression"] = Scripts.Wrapped(function, argument),
            ["target"] = new JsonObject { ["context"] = context },
            ["awaitPromise"] = true,
            ["userActivation"] = true,
        });
        if ((string)answer["type"]! != "success") throw new InvalidOperationException(answer["exceptionDetails"]!["text"]!.ToString());
        return JsonSerializer.Deserialize<T>((string)answer["result"]!["value"]!, JsonSerializerOptions.Web)!;
    }

    private async Task Launch()
    {
        await File.WriteAllTextAsync(Path.Combine(profile, "user.js"), """
            user_pref("media.navigator.permission.disabled", true);
            user_pref("media.navigator.streams.fake", true);
            user_pref("media.peerconnection.ice.obfuscate_host_addresses", false);
            user_pref("media.peerconnection.ice.default_address_only", false);
            user_pref("media.autoplay.default", 0);
            user_pref("media.autoplay.blocking_policy", 0);
            user_pref("media.navigator.audio.fake_frequency", 440);
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("browser.shell.checkDefaultBrowser", false);
            user_pref("app.update.auto", false);
            """);
        var start = new ProcessStartInfo(Program!, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0", "about:blank"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["HOME"] = profile;
        process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        const string said = "WebDriver BiDi listening on ";
        while (await process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            if (!line.Contains(said, StringComparison.Ordinal)) continue;
            _ = process.StandardError.ReadToEndAsync();
            await socket.ConnectAsync(new Uri(line[(line.IndexOf(said, StringComparison.Ordinal) + said.Length)..].Trim() + "/session"), default);
            return;
        }
        throw new InvalidOperationException("Firefox ended before it listened.");
    }

    /// <summary>One call at a time; events that come in between are passed over.</summary>
    private async Task<JsonNode> Call(string method, JsonObject parameters)
    {
        var id = ++calls;
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(call), WebSocketMessageType.Text, true, default);
        while (true)
        {
            var message = await Receive();
            if ((int?)message["id"] != id) continue;
            return message["result"] ?? throw new InvalidOperationException($"{method}: {message["message"]}");
        }
    }

    private async Task<JsonNode> Receive()
    {
        using var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, default);
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(whole.ToArray())!;
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
        Directory.Delete(profile, recursive: true);
    }
}
