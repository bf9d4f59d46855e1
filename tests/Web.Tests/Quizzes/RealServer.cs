using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lyceum.Web.Tests.Quizzes;

/// <summary>The server as a process of its own on a data folder that outlives it, to be killed without warning.</summary>
internal sealed class RealServer(string data) : IDisposable
{
    private readonly int port = FreePort();
    private Process? process;

    public Uri Address => new($"http://127.0.0.1:{port}");

    public async Task Start()
    {
        process = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "lyceum.dll"), "--data", data, "--urls", Address.ToString(), "--demo", "false", "--writesPerMinute", "1000000", "--signInsPerMinute", "1000"])
        { RedirectStandardOutput = true })!;
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (!line.Contains("Now listening on", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return;
        }
        await process.WaitForExitAsync();
        throw new InvalidOperationException($"The server ended with {process.ExitCode} instead of starting:\n{string.Join('\n', said)}");
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (process is { HasExited: false }) process.Kill();
        process?.Dispose();
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
