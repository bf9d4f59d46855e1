using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Courses;

/// <summary>The one row that says where somebody is in a set.</summary>
internal static class GroupPlaces
{
    public static async Task PutInto(this SchoolDb db, CourseGroup group, Guid personId, CancellationToken ct)
    {
        if (await RowOf(db, group.SetId, personId, ct) is { } row) row.MoveTo(group);
        else db.GroupMembers.Add(GroupMember.Of(group, personId));
    }

    public static async Task<Outcome<Done>> TakeOut(this SchoolDb db, GroupSet set, Guid personId, CancellationToken ct)
    {
        if (await RowOf(db, set.Id, personId, ct) is { } row) db.GroupMembers.Remove(row);
        return new Done();
    }

    private static Task<GroupMember?> RowOf(SchoolDb db, Guid setId, Guid personId, CancellationToken ct) =>
        db.GroupMembers.AsTracking().SingleOrDefaultAsync(member => member.SetId == setId && member.PersonId == personId, ct);
}
