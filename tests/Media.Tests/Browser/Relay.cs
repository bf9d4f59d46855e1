using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lyceum.Media.Tests.Browser;

/// <summary>Debian's coturn, which shares a secret with the media server.</summary>
internal sealed class Relay : IAsyncDisposable
{
    public const string Secret = "shared with the relay";
    private const string Program = "/usr/bin/turnserver";
    private readonly string folder = Directory.CreateTempSubdirectory("lyceum-relay").FullName;
    private readonly IPEndPoint end;
    private Process? process;

    private Relay(IPEndPoint end) => this.end = end;

    public static string? Missing => File.Exists(Program) ? null : "coturn is not installed.";

    public string Url(string transport) => $"turn:{end}?transport={transport}";

    public static async Task<Relay> Start(IPAddress address)
    {
        using var free = new TcpListener(address, 0);
        free.Start();
        var relay = new Relay((IPEndPoint)free.LocalEndpoint);
        free.Stop();
        await relay.Run();
        return relay;
    }

    private async Task Run()
    {
        process = Process.Start(new ProcessStartInfo(Program,
        [
            "-n", "--listening-ip", $"{end.Address}", "--relay-ip", $"{end.Address}", "--listening-port", $"{end.Port}", "--realm", "lyceum",
            "--use-auth-secret", "--static-auth-secret", Secret, "--no-tls", "--no-dtls", "--allow-loopback-peers", "--cli-password", "unused", "--cli-port", "0",
            "--userdb", Path.Combine(folder, "db"), "--pidfile", Path.Combine(folder, "pid"), "--log-file", Path.Combine(folder, "log"), "--simple-log",
        ]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        await MediaSite.Until(Listens, () => File.ReadAllText(Path.Combine(folder, "log")));
    }

    private bool Listens()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try { socket.Connect(end); }
        catch (SocketException) { return false; }
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
