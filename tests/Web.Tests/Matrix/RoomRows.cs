using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Web.Tests.Matrix;

/// <summary>The lobby; the room while the doors are open; the replay of a class that was held.</summary>
public sealed class RoomRows : IMatrixRows
{
    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}", school => AddressOf(school, "", isOver: false), "302 200 404 200 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/classes/{id:guid}", school => AddressOf(school, "?handler=Consent&agrees=true", isOver: false), "401 302 404 302 404 404 404 404"),
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}/room", school => AddressOf(school, "/room", isOver: false), "302 200 404 200 200 404 200 404"),
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}/replay", school => AddressOf(school, "/replay", isOver: true), "302 200 404 200 200 404 200 404"),
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}/notes", school => AddressOf(school, "/notes", isOver: false), "302 200 404 200 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/classes/{id:guid}/notes", school => AddressOf(school, "/notes", isOver: false), "401 204 404 204 204 404 204 404",
            _ => Task.FromResult($$"""{"id":"{{Guid.NewGuid()}}","offsetMs":1000,"text":"A note"}""")),
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}/shared-notes", school => AddressOf(school, "/shared-notes", isOver: true), "302 200 404 200 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/classes/{id:guid}/shared-notes", school => WithNotes(school, "?handler=TakeOut"), "401 404 404 302 302 404 302 404"),
        MatrixRow.Get("/courses/{slug}/classes/{id:guid}/shared-notes/updates", school => AddressOf(school, "/shared-notes/updates", isOver: true), "302 200 404 200 200 404 200 404"),
        MatrixRow.Post("/courses/{slug}/classes/{id:guid}/shared-notes/updates", school => AddressOf(school, "/shared-notes/updates", isOver: false), "401 204 404 204 204 404 204 404",
            _ => Task.FromResult("""{"update":"AQEJAAQBBW5vdGVzAXgA"}""")),
    ];

    private static async Task<string> WithNotes(SchoolFixture school, string part)
    {
        var address = await AddressOf(school, $"/shared-notes{part}", isOver: true);
        await school.Write(db => { db.SharedNotes.Add(SharedNotes.New(Guid.Parse(address.Split('/')[4]), SchoolFixture.Start)); });
        return address;
    }

    private static async Task<string> AddressOf(SchoolFixture school, string part, bool isOver)
    {
        var activity = await school.AddActivity(ActivityKind.ClassSession, "Sampling distributions");
        var session = ClassSession.New(activity, SchoolFixture.Start, SchoolFixture.Start + Duration.FromHours(1)).Value;
        if (isOver) Hold(session);
        await school.Write(db => { db.ClassSessions.Add(session); });
        return $"/courses/statistics/classes/{activity.Id}{part}";
    }

    private static void Hold(ClassSession session)
    {
        session.Follow(new LoggedEvent(1, session.Starts, 0, Audience.All, null, null, false, new ClassStarted()));
        session.Follow(new LoggedEvent(2, session.Ends, 3_600_000, Audience.All, null, null, false, new ClassEnded()));
    }
}
