using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry;
using OpenTelemetry.Exporter;
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
        var resource = ResourceBuilder.CreateDefault().AddService("lyceum");
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "System.Runtime", "Lyceum*")
            .AddOtlpExporter(exporter => Aim(exporter, settings, "metrics")).Build();
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", "Lyceum*")
            .AddOtlpExporter(exporter => Aim(exporter, settings, "traces")).Build();
    }

    private static void Aim(OtlpExporterOptions exporter, SchoolSettings settings, string signal)
    {
        var isHttp = settings.OtlpProtocol == "http";
        exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = new Uri(isHttp ? $"{settings.OtlpEndpoint.TrimEnd('/')}/v1/{signal}" : settings.OtlpEndpoint);
    }

    /// <summary>A span is named by its route, "GET /courses/{slug}": the framework leaves it without a name, and the address has people's words in it.</summary>
    public static void NameSpans(WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span) return;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        span.DisplayName = $"{context.Request.Method} /{route.TrimStart('/')}";
        span.SetTag("http.response.status_code", context.Response.StatusCode);
    });

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
