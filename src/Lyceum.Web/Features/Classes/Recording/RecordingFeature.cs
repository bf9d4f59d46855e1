using Lyceum.Web.Features.School;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>The recording of a class: who agrees to be in it, and what becomes of it afterwards.</summary>
public static class RecordingFeature
{
    public static IServiceCollection AddRecording(this IServiceCollection services)
    {
        services.AddSingleton<AnswerConsent>();
        services.AddSingleton<EditReplay>();
        services.AddSingleton<AskForRemoval>();
        services.AddSingleton<OpenReplay>();
        services.AddSingleton<CutTracks>();
        services.AddSingleton<RecordingFiles>();
        services.AddSingleton<DeleteRecording>().AddSingleton<IJobHandler>(provider => provider.GetRequiredService<DeleteRecording>());
        services.AddSingleton<ApplyRetention>().AddHostedService(provider => provider.GetRequiredService<ApplyRetention>());
        services.AddSingleton<KeepRecordings>();
        return services;
    }

    public static void Map(IEndpointRouteBuilder routes) => ReplayEdits.Map(routes);
}
