using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Matrix;

public sealed class ClassRows : IMatrixRows
{
    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get("/hubs/class", "/hubs/class", "401 400 400 400 400 400 400 400"),
        MatrixRow.Get("/hubs/class/negotiate", "/hubs/class/negotiate", "401 405 405 405 405 405 405 405"),
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}/decks", school => AddressOf(school, "/decks"), "302 404 404 200 200 404 200 404"),
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}/groups", school => AddressOf(school, "/groups"), "302 404 404 200 200 404 200 404"),
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}/log", school => AddressOf(school, "/log"), "302 200 404 200 200 404 200 404"),
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}/tracks/{track:long}", TrackOf, "302 200 404 200 200 404 200 404"),
        MatrixRow.Get("/courses/{slug}/classes", "/courses/statistics/classes", "302 200 404 200 200 404 200 404"),
        MatrixRow.Get("/courses/{slug}/classes/plan", "/courses/statistics/classes/plan", "302 404 404 404 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/classes/plan", "/courses/statistics/classes/plan?handler=TakeBack", "401 404 404 404 404 404 404 404"),
        MatrixRow.Post("/courses/{slug}/classes/plan", "/courses/statistics/classes/plan?handler=Publish", "401 404 404 404 400 404 400 404"),
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}/attendance", school => AddressOf(school, "/attendance"), "302 404 404 200 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/classes/{id:guid}/attendance", async school => await AddressOf(school, "/attendance?handler=Correct"), "401 404 404 409 409 404 409 404",
            school => Task.FromResult($"person={school.People[Cast.Mei]}&minutes=30&reason=Was+there")),
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}/edit", school => AddressOf(school, "/edit"), "302 404 404 404 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/classes/{id:guid}/edit", school => AddressOf(school, "/edit"), "401 404 404 404 400 404 400 404"),
    ];

    private static async Task<string> TrackOf(SchoolFixture school)
    {
        var home = await AddressOf(school, "");
        var id = Guid.Parse(home.Split('/')[^1]);
        var began = new LoggedEvent(1, SchoolFixture.Start, 0, Audience.All, null, null, false, new TrackBegan(id, MediaSource.Microphone, "voice.webm", 0));
        await school.Write(db => { db.ClassEvents.Add(StoredClassEvent.Of(id, began)); });
        var folder = Directory.CreateDirectory(Path.Combine(school.Services.GetRequiredService<SchoolSettings>().RecordingsFolder, id.ToString("N")));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "voice.webm"), [1, 2, 3, 4]);
        return $"{home}/tracks/1";
    }

    private static async Task<string> AddressOf(SchoolFixture school, string part)
    {
        var activity = await school.AddActivity(ActivityKind.ClassSession, "Sampling distributions");
        await school.Write(db => { db.ClassSessions.Add(ClassSession.New(activity, SchoolFixture.Start, SchoolFixture.Start + Duration.FromHours(1)).Value); });
        return $"/courses/statistics/classes/{activity.Id}{part}";
    }
}
