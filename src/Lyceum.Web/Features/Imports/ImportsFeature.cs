using Lyceum.Web.Features.School;

namespace Lyceum.Web.Features.Imports;

public static class ImportsFeature
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddScoped<AskForImport>().AddScoped<ImportQuestions>();
        services.AddScoped<ImportCartridge>().AddScoped<IJobHandler>(provider => provider.GetRequiredService<ImportCartridge>());
        services.AddSingleton<IPlaceContent, PlaceReading>();
        services.AddSingleton<IPlaceContent, PlaceLecture>();
        services.AddSingleton<IPlaceContent, PlaceAssignment>();
        services.AddSingleton<IPlaceContent, PlaceDiscussion>();
        services.AddSingleton<IPlaceContent, PlaceQuiz>();
        return services;
    }
}
