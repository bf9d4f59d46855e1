using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lyceum.Bench;

/// <summary>The real server as a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, IPEndPoint address) => (this.process, Address) = (process, address);

    public IPEndPoint Address { get; }

    public TimeSpan CpuTime
    {
        get { process.Refresh(); return process.TotalProcessorTime; }
    }

    /// <summary>What the process holds of the machine's memory (VmRSS), in MB of 1,000,000 bytes.</summary>
    public double ResidentMegabytes
    {
        get { process.Refresh(); return process.WorkingSet64 / 1e6; }
    }

    public static async Task<ServerProcess> Start(string data, params string[] more)
    {
        var port = FreePort();
        string[] settings = ["--data", data, "--urls", $"http://127.0.0.1:{port}", "--demo", "false", "--writesPerMinute", "100000000", .. more];
        // ./bench names the published program, as a school runs it; without it the one beside the bench is measured.
        var published = Environment.GetEnvironmentVariable("LYCEUM_APP");
        var start = published is null
            ? new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "lyceum.dll"), .. settings])
            : new ProcessStartInfo(published, settings);
        start.RedirectStandardOutput = true;
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var patience = Stopwatch.StartNew();
        while (!await IsReady(http))
        {
            if (process.HasExited || patience.Elapsed > TimeSpan.FromSeconds(60)) throw new InvalidOperationException("The server did not start.");
            await Task.Delay(10);
        }
        return new ServerProcess(process, new IPEndPoint(IPAddress.Loopback, port));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> IsReady(HttpClient http)
    {
        try { return (await http.GetAsync("/health/live")).IsSuccessStatusCode; }
        catch (HttpRequestException) { return false; }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
