using Lyceum.Web.Features.School;

namespace Lyceum.Web.Features.Support;

public static class SupportFeature
{
    public static IServiceCollection AddSupport(this IServiceCollection services) => services
        .AddSingleton<ConnectionLoops>().AddSingleton<RecordCheck>().AddSingleton<IJobHandler, ForgetChecks>();

    public static void MapSupport(this IEndpointRouteBuilder routes) => CheckEndpoints.Map(routes);
}
