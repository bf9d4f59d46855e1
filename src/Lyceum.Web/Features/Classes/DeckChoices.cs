using Lyceum.Data;
using Lyceum.Data.Library;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Live;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes;

/// <summary>A PDF of the course that whoever leads the class can show.</summary>
public sealed record DeckChoice(Guid Id, string Name);

/// <summary>What can be shown in a class, as it is in the library now: for its staff, and for whoever is a co-host at this moment.</summary>
public static class DeckChoices
{
    private const int Most = 50;

    public static async Task<IResult> Send(string slug, Guid id, SchoolDb db, ClassDoor door, ClassRooms rooms, HttpContext http, CancellationToken ct)
    {
        if (await door.Open(id, http.Visit(), ct) is not { } who || await rooms.Open(id, ct) is not { } room) return Results.NotFound();
        var isHere = await db.Courses.AnyAsync(course => course.Id == room.Session.CourseId && course.Slug == slug, ct);
        return isHere && room.State.Leads(who) ? Results.Json(await Read(db, http.Visit().Viewer, room.Session.CourseId, ct), ClassJson.Options) : Results.NotFound();
    }

    private static Task<List<DeckChoice>> Read(SchoolDb db, Viewer viewer, Guid courseId, CancellationToken ct) =>
        db.FilesVisibleTo(viewer).Where(file => file.CourseId == courseId && file.ContentType == "application/pdf" && !file.IsPrivate)
            .OrderBy(file => file.Name).Take(Most).Select(file => new DeckChoice(file.Id, file.Name)).ToListAsync(ct);
}
