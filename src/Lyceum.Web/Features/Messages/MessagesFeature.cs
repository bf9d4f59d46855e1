using Lyceum.Web.Features.Accounts;

namespace Lyceum.Web.Features.Messages;

public static class MessagesFeature
{
    public static IServiceCollection AddMessages(this IServiceCollection services) => services.AddScoped<ReadNotifications>();

    public static void MapMessages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/messages/{id:guid}", async (Guid id, HttpContext http, ReadNotifications read, CancellationToken ct) =>
            await read.One(http.Visit().Viewer, id, ct) is { IsRefused: false, Value: var link } ? Results.LocalRedirect(link) : Results.NotFound());
}
