using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Lyceum.Data.Library;

namespace Lyceum.Data.Tests.Library;

/// <summary>OpenStack Swift with its S3 API, as Debian packages it: a real store of that kind, started by tools/swift.</summary>
public sealed class SwiftServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("lyceum-swift").FullName;
    private Process? process;

    public static string? Missing => File.Exists("/usr/bin/swift-proxy-server") ? null : "OpenStack Swift is not installed (packages swift-proxy, swift-account, swift-container, swift-object).";

    public S3Settings Settings { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        var port = FourFreePorts();
        process = Process.Start(new ProcessStartInfo(Path.Combine(Root(), "tools/swift"), [folder, port.ToString(System.Globalization.CultureInfo.InvariantCulture)]));
        Settings = new S3Settings($"http://127.0.0.1:{port}", "us-east-1", "lyceum", "school:lyceum", "secret");
        using var http = new HttpClient();
        var patience = Stopwatch.StartNew();
        while (!await Answers(http))
        {
            if (process!.HasExited || patience.Elapsed > TimeSpan.FromMinutes(2)) throw new InvalidOperationException($"Swift did not start; its logs are in {folder}.");
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null) return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The proxy answers, and through it the three servers behind: the first bucket can be made.</summary>
    private async Task<bool> Answers(HttpClient http)
    {
        try
        {
            if (!(await http.GetAsync($"{Settings.Endpoint}/healthcheck")).IsSuccessStatusCode) return false;
            using var store = new S3FileStore(Settings, folder);
            await store.Prepare(TestContext.Current.CancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is HttpRequestException or Amazon.S3.AmazonS3Exception)
        {
            return false;
        }
    }

    private static int FourFreePorts()
    {
        while (true)
        {
            var first = Random.Shared.Next(20_000, 60_000);
            if (Enumerable.Range(first, 4).All(IsFree)) return first;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
