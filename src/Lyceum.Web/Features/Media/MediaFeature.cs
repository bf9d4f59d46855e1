using System.Net;
using Lyceum.Media;
using Lyceum.Web.Hosting;

namespace Lyceum.Web.Features.Media;

public static class MediaFeature
{
    /// <summary>The server binds its UDP port when the first room opens: a school that never meets live never listens.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services, SchoolSettings settings)
    {
        services.AddSingleton<IMediaServer>(provider => new MediaServer(Read(settings.Media), provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<MediaPost>().AddSingleton<WhipTokens>();
    }

    public static void MapMedia(this IEndpointRouteBuilder routes, SchoolSettings settings)
    {
        routes.MapPost("/whip/{room}", Whip.Publish).AllowAnonymous();
        routes.MapDelete("/whip/{room}/{participant}", Whip.End).AllowAnonymous();
        if (!settings.Development) return;
        var socket = routes.CreateApplicationBuilder();
        socket.UseWebSockets();
        socket.Run(DevSocket.Open);
        routes.MapGet("/dev/media/socket", socket.Build()).AllowAnonymous();
    }

    private static MediaSettings Read(UdpSettings udp) => new()
    {
        Port = udp.Port,
        Addresses = [.. Addresses(udp.Listen)],
        PublicAddresses = [.. Addresses(udp.PublicAddress)],
        Relay = udp.Relays.Length > 0 ? new RelaySettings(Listed(udp.Relays), udp.RelaySecret) : null,
    };

    private static IEnumerable<IPAddress> Addresses(string list) => Listed(list).Select(IPAddress.Parse);

    private static string[] Listed(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
