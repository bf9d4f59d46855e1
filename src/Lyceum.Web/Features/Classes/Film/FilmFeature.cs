using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lyceum.Web.Features.Classes.Film;

/// <summary>A class as one flat video, to be taken along.</summary>
public static class FilmFeature
{
    public static IServiceCollection AddFilms(this IServiceCollection services)
    {
        services.AddSingleton<AskForFilm>();
        services.AddSingleton<DeckPages>();
        services.AddSingleton<ComposeFilm>();
        services.AddSingleton<FilmMaker>().AddHostedService(provider => provider.GetRequiredService<FilmMaker>());
        return services;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/courses/{slug}/classes/{id:guid}/film", Send);

    /// <summary>The film that this person may have now; null when there is none, or it shows what was cut since.</summary>
    public static async Task<ClassFilm?> Offered(SchoolDb db, Guid classId, ClassActor who, CancellationToken ct)
    {
        var film = await db.ClassFilms.SingleOrDefaultAsync(f => f.ClassId == classId && f.State == MakingState.Ready, ct);
        return film is not null && (who.IsStaff || (film.IsForStudents && who.Role != ClassRole.Guest)) && film.Version == await db.EditsVersion(classId, ct) ? film : null;
    }

    private static async Task<IResult> Send(string slug, Guid id, SchoolDb db, ClassDoor door, RecordingFiles files, Words words, HttpContext http, CancellationToken ct)
    {
        var entry = await door.OpenRecord(slug, id, http.Visit(), ct);
        if (entry.IsRefused) return entry.Refusal.ToResult(words);
        if (await Offered(db, id, entry.Value, ct) is not { } film || FilmMaker.FileOf(files, film, film.Format) is not { } path || !File.Exists(path)) return Results.NotFound();
        var title = await db.Activities.Where(a => a.Id == id).Select(a => a.Title).SingleAsync(ct);
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(path, FilmFormat.Of(film.Format).ContentType, FileNames.Tame($"{title}.{film.Format}"), enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{film.Version}-{film.Bytes:x}\""));
    }
}
