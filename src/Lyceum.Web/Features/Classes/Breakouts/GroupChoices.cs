using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Live;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes;

/// <summary>A set of groups of the course, by which breakout rooms can be made.</summary>
public sealed record GroupSetChoice(Guid Id, string Name, IReadOnlyList<GroupChoice> Groups);

/// <summary>One group, and everybody in it whom the class is for, here or not.</summary>
public sealed record GroupChoice(string Name, IReadOnlyList<GroupPerson> People);

public sealed record GroupPerson(Guid Id, string Name);

/// <summary>The groups of the course as they are now: for the staff of a class, and for whoever is a co-host at this moment.</summary>
public static class GroupChoices
{
    public static async Task<IResult> Send(string slug, Guid id, SchoolDb db, ClassDoor door, ClassRooms rooms, HttpContext http, CancellationToken ct)
    {
        if (await door.Open(id, http.Visit(), ct) is not { } who || await rooms.Open(id, ct) is not { } room) return Results.NotFound();
        var isHere = await db.Courses.AnyAsync(course => course.Id == room.Session.CourseId && course.Slug == slug, ct);
        if (!isHere || !room.State.Leads(who)) return Results.NotFound();
        var sets = await db.GroupsOf(http.Visit().Viewer, room.Session.CourseId, ct);
        return Results.Json(sets.Select(set => Of(set, room.Session.SectionId)), ClassJson.Options);
    }

    private static GroupSetChoice Of(FilledGroupSet filled, Guid? section) => new(filled.Set.Id, filled.Set.Name,
        [.. filled.Groups.Select(one => new GroupChoice(one.Group.Name, [.. one.Members.Where(member => section is null || member.SectionId == section).Select(member => new GroupPerson(member.PersonId, member.Name))]))]);
}
