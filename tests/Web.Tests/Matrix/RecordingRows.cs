using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Classes.Film;
using Lyceum.Web.Features.Classes.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Matrix;

/// <summary>What can be done with the recording of a class that was held.</summary>
public sealed class RecordingRows : IMatrixRows
{
    private const string Class = "/courses/{slug}/classes/{id:guid}";

    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get(Class + "/removal", school => AddressOf(school, "/removal"), "302 200 404 200 200 404 200 404"),
        MatrixRow.Post(Class + "/removal", school => AddressOf(school, "/removal"), "401 302 404 302 302 404 302 404", _ => Task.FromResult("Kind=Name")),
        MatrixRow.Get(Class + "/recording", school => AddressOf(school, "/recording"), "302 404 404 404 200 404 200 404"),
        MatrixRow.Post(Class + "/recording", school => AddressOf(school, "/recording?handler=Open"), "401 404 404 404 302 404 302 404"),
        MatrixRow.Get("/courses/{slug}/recordings", "/courses/statistics/recordings", "302 404 404 404 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/recordings", "/courses/statistics/recordings", "401 404 404 404 302 404 302 404", "school=false"),
        MatrixRow.Get("/courses/{slug}/podcast", "/courses/statistics/podcast", "302 200 404 200 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/podcast", "/courses/statistics/podcast", "401 302 404 302 302 404 302 404"),
        MatrixRow.Get("/podcasts/{secret}", "/podcasts/nobodys", "404 404 404 404 404 404 404 404"),
        MatrixRow.Get("/podcasts/{secret}/{id:guid}.ogg", $"/podcasts/nobodys/{Guid.Empty}.ogg", "404 404 404 404 404 404 404 404"),
        MatrixRow.Get(Class + "/sound", school => AddressOf(school, "/sound"), "302 404 404 404 404 404 404 404"),
        MatrixRow.Get(Class + "/film", FilmOf, "302 200 404 200 200 404 200 404"),
        MatrixRow.Get(Class + "/reuse", school => AddressOf(school, "/reuse"), "302 404 404 404 200 404 200 404"),
        MatrixRow.Post(Class + "/reuse", school => AddressOf(school, "/reuse"), "401 404 404 404 302 404 302 404", ModuleOf),
        MatrixRow.Get(Class + "/cuts", school => AddressOf(school, "/cuts"), "302 404 404 404 200 404 200 404"),
        MatrixRow.Post(Class + "/cuts", school => AddressOf(school, "/cuts"), "401 404 404 404 200 404 200 404", _ => Task.FromResult("""{"fromMs":1000,"untilMs":5000}""")),
        MatrixRow.Post(Class + "/cuts/{cut:guid}/undo", CutOf, "401 404 404 404 200 404 200 404", _ => Task.FromResult("{}")),
    ];

    private static async Task<string> CutOf(SchoolFixture school)
    {
        var home = await AddressOf(school, "");
        var cut = ReplayEdit.Cut(Guid.Parse(home.Split('/')[^1]), 0, 1000, 3_600_000, school.People[Cast.Amara], SchoolFixture.Start).Value;
        await school.Write(db => { db.ReplayEdits.Add(cut); });
        return $"{home}/cuts/{cut.Id}/undo";
    }

    private static async Task<string> ModuleOf(SchoolFixture school) =>
        $"Module={await school.Read(db => db.Modules.Where(m => m.CourseId == school.Statistics.Id).Select(m => m.Id).FirstAsync())}&Name=Once+more";

    // One that students may take along.
    private static async Task<string> FilmOf(SchoolFixture school)
    {
        var home = await AddressOf(school, "");
        var film = ClassFilm.Ask(Guid.Parse(home.Split('/')[^1]), "0-0", isForStudents: true, SchoolFixture.Start);
        film.Finish(4, "mp4");
        await school.Write(db => { db.ClassFilms.Add(film); });
        var path = FilmMaker.FileOf(school.Services.GetRequiredService<RecordingFiles>(), film, "mp4");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "film");
        return $"{home}/film";
    }

    internal static async Task<string> AddressOf(SchoolFixture school, string part)
    {
        var activity = await school.AddActivity(ActivityKind.ClassSession, "Sampling distributions");
        var session = ClassSession.New(activity, SchoolFixture.Start, SchoolFixture.Start + Duration.FromHours(1)).Value;
        session.Follow(new LoggedEvent(1, session.Starts, 0, Audience.All, null, null, false, new ClassStarted()));
        session.Follow(new LoggedEvent(2, session.Ends, 3_600_000, Audience.All, null, null, false, new ClassEnded()));
        await school.Write(db => { db.ClassSessions.Add(session); });
        return $"/courses/statistics/classes/{activity.Id}{part}";
    }
}
