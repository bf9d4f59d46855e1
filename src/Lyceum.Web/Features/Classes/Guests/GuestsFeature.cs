using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Data.Library;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Classes.Media;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Features.Library;
using Lyceum.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Guests;

/// <summary>All that a guest's pass opens: the room of one class, its line, its log, its recordings and the slides that were shown in it.</summary>
public static class GuestsFeature
{
    private const string Policy = "guest";

    public static IServiceCollection AddGuests(this IServiceCollection services)
    {
        services.AddScoped<GuestDoor>();
        services.AddSingleton<JoinAsGuest>();
        services.AddSingleton<InviteGuests>();
        services.AddAuthentication().AddCookie(GuestSignIns.Scheme, GuestSignIns.Configure);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.AddAuthenticationSchemes(GuestSignIns.Scheme)
            .RequireAssertion(context => context.Resource is HttpContext http && http.Visit().Guest is not null));
        return services;
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var room = routes.MapGroup("/guest/classes/{id:guid}").RequireAuthorization(Policy);
        room.MapHub<ClassHub>("/line");
        room.MapGet("/log", SendLog);
        room.MapGet("/tracks/{track:long}", SendTrack);
        room.MapGet("/files/{file:guid}/{name}", SendSlides);
    }

    private static async Task<IResult> SendLog(Guid id, SchoolDb db, GuestDoor door, Words words, HttpContext http, CancellationToken ct)
    {
        var visit = http.Visit();
        var who = await door.OpenRecord(visit, ct);
        if (who.IsRefused) return who.Refusal.ToResult(words);
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Json(await ReplayLogs.Read(db, id, db.ClassEventsForGuests(id), who.Value, visit.Viewer, ct), ClassJson.Options);
    }

    private static async Task<IResult> SendTrack(Guid id, long track, SchoolDb db, GuestDoor door, RecordingFiles files, CutTracks tracks, Words words, HttpContext http, CancellationToken ct)
    {
        var who = await door.OpenRecord(http.Visit(), ct);
        return who.IsRefused ? who.Refusal.ToResult(words) : await TrackFiles.SendPart(db.ClassEventsForGuests(id), track, who.Value, db, files, tracks, http, ct);
    }

    // No file of the course but the decks that this class has shown.
    private static async Task<IResult> SendSlides(Guid id, Guid file, string name, SchoolDb db, IFileStore files, GuestDoor door, Words words, HttpContext http, CancellationToken ct)
    {
        var who = await door.OpenRecord(http.Visit(), ct);
        if (who.IsRefused) return who.Refusal.ToResult(words);
        var number = file.ToString();
        var shown = await db.ClassEventsForGuests(id).Where(logged => logged.Event.Contains(number)).ToListAsync(ct);
        if (!shown.Any(row => row.ToLogged() is { } logged && logged.Event.Bare() is DeckShown deck && deck.FileId == file && logged.Audience.Includes(who.Value.PersonId, false))) return Results.NotFound();
        var stored = await db.Files.SingleOrDefaultAsync(one => one.Id == file && one.Name == name, ct);
        return stored is null ? Results.NotFound() : await LibraryFeature.SendTo(stored, files, http, ct);
    }
}
