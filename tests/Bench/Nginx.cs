using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lyceum.Bench;

/// <summary>The yardstick of files: nginx as Debian packages it, with a process for each core and sendfile.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly Process process;
    private readonly TemporaryFolder folder;

    private Nginx(Process process, TemporaryFolder folder, string address) => (this.process, this.folder, Address) = (process, folder, address);

    public string Address { get; }

    public static async Task<Nginx> Start(string files)
    {
        var (folder, port) = (new TemporaryFolder(), FreePort());
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "nginx.conf"), $$"""
            daemon off;
            worker_processes auto;
            pid {{folder.Path}}/pid;
            error_log stderr warn;
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            events { worker_connections 1024; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              client_body_temp_path {{folder.Path}};
              proxy_temp_path {{folder.Path}};
              fastcgi_temp_path {{folder.Path}};
              uwsgi_temp_path {{folder.Path}};
              scgi_temp_path {{folder.Path}};
              server { listen 127.0.0.1:{{port}}; root {{files}}; }
            }
            """);
        var process = Process.Start(new ProcessStartInfo("nginx", ["-p", folder.Path, "-c", Path.Combine(folder.Path, "nginx.conf")])) ?? throw new InvalidOperationException("The bench needs nginx.");
        using var http = new HttpClient();
        for (var patience = Stopwatch.StartNew(); ;)
        {
            try
            {
                await http.GetAsync($"http://127.0.0.1:{port}/");
                return new(process, folder, $"http://127.0.0.1:{port}");
            }
            catch (HttpRequestException) when (!process.HasExited && patience.Elapsed < TimeSpan.FromSeconds(20))
            {
                await Task.Delay(10);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // SIGTERM, so that its workers end with it.
        using (var kill = Process.Start("kill", [$"{process.Id}"])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
