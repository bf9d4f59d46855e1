using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lyceum.Bench;

/// <summary>The yardstick of pages: Kestrel with nothing behind it but a line of text, as a process of its own.</summary>
internal sealed class PlainKestrel : IAsyncDisposable
{
    private readonly Process process;

    private PlainKestrel(Process process, string address) => (this.process, Address) = (process, address);

    public string Address { get; }

    public static async Task<PlainKestrel> Start()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PlainKestrel).Assembly.Location, "plain-kestrel"]) { RedirectStandardOutput = true };
        // As any server has it, and unlike the bench itself.
        start.Environment["DOTNET_TieredPGO"] = "1";
        var process = Process.Start(start)!;
        return new PlainKestrel(process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Bare Kestrel did not start."));
    }

    /// <summary>What the other process does: says its address and serves until it is ended.</summary>
    public static async Task Serve()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        var line = "Hello, World!"u8.ToArray();
        app.Run(context =>
        {
            (context.Response.ContentType, context.Response.ContentLength) = ("text/plain", line.Length);
            return context.Response.Body.WriteAsync(line).AsTask();
        });
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await app.WaitForShutdownAsync();
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
