using Lyceum.Web.Features.Classes.Captions.Machine;

namespace Lyceum.Web.Features.Classes.Captions;

public static class CaptionsFeature
{
    public static IServiceCollection AddCaptions(this IServiceCollection services) =>
        services.AddSingleton<CaptionStreams>().AddSingleton<KeepCaptionFeed>()
            .AddSingleton<MachineCaptions>().AddHostedService(provider => provider.GetRequiredService<MachineCaptions>());

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/captions/{id:guid}", TakeCaptions.Take).AllowAnonymous();
}
