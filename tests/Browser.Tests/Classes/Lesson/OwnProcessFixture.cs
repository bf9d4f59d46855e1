using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lyceum.Browser.Tests.Classes.Lesson;

/// <summary>A school that is filled here and then kept by a server that is a process of its own, to be killed without warning. It is the time that it is.</summary>
public sealed class OwnProcessFixture : LessonFixture
{
    private Process? process;

    public override async ValueTask InitializeAsync()
    {
        Clock.Reset(NodaTime.SystemClock.Instance.GetCurrentInstant());
        await base.InitializeAsync();
    }

    /// <summary>From here on the other process answers, at an address that stays the same.</summary>
    public async Task MoveOut()
    {
        await App.StopAsync();
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        await Serve();
    }

    public async Task Serve()
    {
        var settings = Settings();
        process = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "lyceum.dll"), "--data", settings.Data, "--urls", Address.ToString().TrimEnd('/'), "--demo", "false", "--media:port", "0", "--media:listen", settings.Media.Listen,
                "--writesPerMinute", "1000000", "--signInsPerMinute", "1000"])
        { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("Now listening on", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return;
        }
        throw new InvalidOperationException("The server ended instead of starting.");
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await Kill();
        process?.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>Below those that the system gives to callers, so that it is still free when the server comes back to it.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: try another.
            }
        }
    }
}
