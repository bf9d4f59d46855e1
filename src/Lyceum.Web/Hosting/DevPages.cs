using System.Net;

namespace Lyceum.Web.Hosting;

/// <summary>
/// /dev shows everybody's letters, so it answers in development alone, and there nobody but a browser on this machine: not one that a proxy
/// speaks for, and not a strange site whose name was turned to this address.
/// </summary>
public static class DevPages
{
    public static void UseDevPages(this WebApplication app, SchoolSettings settings) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments("/dev") || (settings.Development && IsOnThisMachine(context))) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    public static bool IsOnThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded")
        && (context.Request.Host.Host == "localhost" || (IPAddress.TryParse(context.Request.Host.Host, out var named) && IPAddress.IsLoopback(named)));
}
