using System.Collections.Concurrent;
using System.Text;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lyceum.Web.Tests.Hosting;

/// <summary>A school that tells a collector how it is doing.</summary>
public sealed class WatchedSchool : SchoolFixture
{
    public Collector Collector { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await Collector.Start();
        await base.InitializeAsync();
    }

    protected override SchoolSettings Settings()
    {
        var settings = base.Settings();
        (settings.OtlpEndpoint, settings.OtlpProtocol) = (Collector.Address, "http");
        return settings;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Collector.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>An OTLP/HTTP receiver (opentelemetry.io/docs/specs/otlp): keeps the bodies, Protobuf whose strings stand in it as they are.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Body)> received = [];
    private readonly WebApplication app;

    public Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/v1/{signal}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((http.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        });
    }

    public string Address => app.Urls.First();

    public Task Start() => app.StartAsync();

    public string Told(string path) => string.Concat(received.Where(one => one.Path == path).Select(one => one.Body));

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

public sealed class TelemetryTests(WatchedSchool school) : IClassFixture<WatchedSchool>
{
    [Fact]
    public async Task Metrics_and_traces_reach_the_collector_and_nobodys_name_is_among_them()
    {
        var ruth = await school.SignIn(Cast.Ruth);
        using var found = await ruth.GetAsync("/school?q=tanaka", TestContext.Current.CancellationToken);
        found.EnsureSuccessStatusCode();
        await school.App.StopAsync(TestContext.Current.CancellationToken);

        var metrics = school.Collector.Told("/v1/metrics");
        Assert.Contains("lyceum", metrics);
        Assert.Contains("http.server.request.duration", metrics);
        var traces = school.Collector.Told("/v1/traces");
        Assert.Contains("Microsoft.AspNetCore", traces);
        Assert.Contains("POST /signin", traces);
        Assert.Contains("GET /school", traces);
        Assert.DoesNotContain("tanaka", traces + metrics);
        Assert.DoesNotContain("harbour.example", traces + metrics);
    }
}
