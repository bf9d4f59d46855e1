using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Lyceum.Web.Hosting;

/// <summary>Metrics and traces of the framework and of Lyceum, sent by OTLP when an endpoint is set. Addresses with people's names in them are not among them.</summary>
public sealed class Telemetry : IHostedService, IDisposable
{
    private readonly MeterProvider metrics;
    private readonly TracerProvider traces;

    public Telemetry(SchoolSettings settings)
    {
        var endpoint = new Uri(settings.OtlpEndpoint);
        var resource = ResourceBuilder.CreateDefault().AddService("lyceum");
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "System.Runtime", "Lyceum*")
            .AddOtlpExporter(exporter => exporter.Endpoint = endpoint).Build();
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", "Lyceum*")
            .AddOtlpExporter(exporter => exporter.Endpoint = endpoint).Build();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        metrics.ForceFlush(5000);
        traces.ForceFlush(5000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        metrics.Dispose();
        traces.Dispose();
    }
}
