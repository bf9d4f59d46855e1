namespace Lyceum.Web.Features.Classes.Captions;

public static class CaptionsFeature
{
    public static IServiceCollection AddCaptions(this IServiceCollection services) =>
        services.AddSingleton<CaptionStreams>().AddSingleton<KeepCaptionFeed>();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/captions/{id:guid}", TakeCaptions.Take).AllowAnonymous();
}
