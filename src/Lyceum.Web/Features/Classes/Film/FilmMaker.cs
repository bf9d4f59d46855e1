using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Recording;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Film;

/// <summary>Makes the films of classes, one at a time on this machine.</summary>
public sealed class FilmMaker(SchoolStore store, IServiceScopeFactory scopes, RecordingFiles files, ComposeFilm compose, IClock clock, ILogger<FilmMaker> log) : FileMaker<ClassFilm>(store, scopes, clock, log)
{
    /// <summary>Between two looks at whether it is still wanted.</summary>
    private const long TellEveryMs = 1_000;
    private readonly IServiceScopeFactory scopes = scopes;

    public static string FileOf(RecordingFiles files, ClassFilm film, string format) => Path.Combine(files.FolderOf(film.ClassId).FullName, "made", $"film-{film.Version}.{format}");

    protected override async Task Make(ClassFilm film, CancellationToken ct)
    {
        var work = files.WorkFolder(film.ClassId, "film");
        try
        {
            var told = Environment.TickCount64;
            var made = await Compose(film, work.FullName, async percent =>
            {
                if (Environment.TickCount64 - told < TellEveryMs) return true;
                told = Environment.TickCount64;
                return await Advance(film, percent, ct);
            }, ct);
            if (made.Trouble is { } trouble) await Change(film, one => one.Fail(trouble), ct);
            else await Keep(film, made, ct);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private async Task Keep(ClassFilm film, MadeFilm made, CancellationToken ct)
    {
        var target = FileOf(files, film, made.Format.Extension);
        foreach (var old in Directory.EnumerateFiles(Path.GetDirectoryName(target)!, "film-*.*")) File.Delete(old);
        File.Move(made.File, target);
        var isKept = await Change(film, one => one.Finish(new FileInfo(target).Length, made.Format.Extension), ct);
        // The recording was deleted at this very moment.
        if (!isKept) File.Delete(target);
    }

    private async Task<MadeFilm> Compose(ClassFilm film, string work, Func<int, Task<bool>> advanced, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolDb>();
        var about = await (from activity in db.Activities.IgnoreQueryFilters()
                           join course in db.Courses on activity.CourseId equals course.Id
                           where activity.Id == film.ClassId
                           select new FilmedClass(film.ClassId, activity.Title, course.Hue)).SingleAsync(ct);
        return await compose.Run(db, about, await FilmPlans.Read(db, film.ClassId, ct), work, advanced, ct);
    }
}
