using Lyceum.Data;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Film;
using Lyceum.Web.Features.Classes.Lessons;
using Lyceum.Web.Features.School;
using Lyceum.Web.Features.Shared;

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
        services.AddSingleton<MoveRecordings>().AddHostedService(provider => provider.GetRequiredService<MoveRecordings>());
        services.AddSingleton<DeleteRecording>().AddSingleton<IJobHandler>(provider => provider.GetRequiredService<DeleteRecording>());
        services.AddSingleton<ApplyRetention>().AddHostedService(provider => provider.GetRequiredService<ApplyRetention>());
        services.AddSingleton<KeepRecordings>();
        services.AddSingleton<AskForSound>();
        services.AddSingleton<SoundSources>();
        services.AddSingleton<SoundMaker>().AddHostedService(provider => provider.GetRequiredService<SoundMaker>());
        return services.AddFilms().AddLessons();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        ReplayEdits.Map(routes);
        Podcasts.Map(routes);
        FilmFeature.Map(routes);
        routes.MapGet("/courses/{slug}/classes/{id:guid}/sound", SendSound);
    }

    private static async Task<IResult> SendSound(string slug, Guid id, SchoolDb db, ClassDoor door, RecordingFiles files, Words words, HttpContext http, CancellationToken ct)
    {
        var entry = await door.OpenRecord(slug, id, http.Visit(), ct);
        return entry.IsRefused ? entry.Refusal.ToResult(words) : await Podcasts.Send(db, id, files, http, ct);
    }
}
