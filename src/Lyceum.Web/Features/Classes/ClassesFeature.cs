using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Captions;
using Lyceum.Web.Features.Classes.Guests;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Classes.Media;
using Lyceum.Web.Features.Classes.Notes;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Features.Classes.Slots;
using Lyceum.Web.Features.School;
using Microsoft.AspNetCore.SignalR;

namespace Lyceum.Web.Features.Classes;

public static class ClassesFeature
{
    public static IServiceCollection AddClasses(this IServiceCollection services)
    {
        services.AddSingleton<ClosedPages>();
        services.AddSignalR(hubs =>
        {
            hubs.MaximumReceiveMessageSize = 256 * 1024;
            hubs.AddFilter<ClosedPages>();
        }).AddJsonProtocol(json => ClassJson.Configure(json.PayloadSerializerOptions));
        services.AddSingleton<ClassLines>().AddSingleton<HubLifetimeManager<ClassHub>>(provider => provider.GetRequiredService<ClassLines>());
        services.AddSingleton<ClassLog>();
        services.AddSingleton<ClassNodes>();
        services.AddSingleton<ClassBell>();
        services.AddSingleton<ClassRooms>();
        services.AddSingleton<LobbyCounts>();
        services.AddHostedService<ClassClock>();
        services.AddHostedService<WakeClasses>();
        services.AddSingleton<MediaRooms>().AddHostedService(provider => provider.GetRequiredService<MediaRooms>());
        services.AddScoped<ClassDoor>();
        services.AddSingleton<SettleCredit>().AddSingleton<IJobHandler>(provider => provider.GetRequiredService<SettleCredit>());
        services.AddSingleton<IJobHandler, EndForgottenClass>();
        services.AddSingleton<IJobHandler, ContinueQuestions>();
        services.AddSingleton<RecordWatch>();
        services.AddSingleton<CorrectAttendance>();
        services.AddSingleton<PrepareClass>();
        services.AddSingleton<WriteSharedNotes>();
        services.AddSingleton<RoomWords>();
        services.AddGuests();
        services.AddRecording();
        services.AddCaptions();
        services.AddSingleton<BeginSlot>().AddSingleton<PlanPresentations>().AddSingleton<GiveSlotFeedback>().AddSingleton<ScoreSlot>().AddScoped<BringInQueue>();
        return services;
    }

    public static void MapClasses(this IEndpointRouteBuilder routes)
    {
        routes.MapHub<ClassHub>("/hubs/class");
        routes.MapGet("/courses/{slug}/classes/{id:guid}/log", ReplayLogs.Send);
        routes.MapGet("/courses/{slug}/classes/{id:guid}/decks", DeckChoices.Send);
        routes.MapGet("/courses/{slug}/classes/{id:guid}/groups", GroupChoices.Send);
        ClassNotes.Map(routes);
        SharedNotesLines.Map(routes);
        GuestsFeature.Map(routes);
        RecordingFeature.Map(routes);
        CaptionsFeature.Map(routes);
        routes.MapGet("/courses/{slug}/classes/{id:guid}/tracks/{track:long}", TrackFiles.Send);
    }
}
