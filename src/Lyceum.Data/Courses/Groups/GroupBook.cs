using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Data.Courses;

/// <summary>A student of the course as a group shows them.</summary>
public sealed record GroupedStudent(Guid PersonId, string Name, Guid? SectionId)
{
    public DealtStudent ToBeDealt => new(PersonId, SectionId);
}

/// <summary>A group and the students of the course who are in it now, by name.</summary>
public sealed record FilledGroup(CourseGroup Group, IReadOnlyList<GroupedStudent> Members);

/// <summary>A set with its groups in their order, and whoever is in none of them.</summary>
public sealed record FilledGroupSet(GroupSet Set, IReadOnlyList<FilledGroup> Groups, IReadOnlyList<GroupedStudent> InNone)
{
    public FilledGroup? GroupOf(Guid? personId) => Groups.FirstOrDefault(one => one.Members.Any(member => member.PersonId == personId));
}

/// <summary>The groups of a course, in four queries whatever its size. Who is no longer a student of it is in none, and in theirs again on coming back.</summary>
public static class GroupBook
{
    /// <summary>All sets of the course that this viewer sees, by name; or the one.</summary>
    public static async Task<IReadOnlyList<FilledGroupSet>> GroupsOf(this SchoolDb db, Viewer viewer, Guid courseId, CancellationToken ct, Guid? only = null)
    {
        var visible = db.GroupSetsVisibleTo(viewer).Where(set => set.CourseId == courseId && (only == null || set.Id == only));
        var sets = await visible.OrderBy(set => set.Name).ThenBy(set => set.Id).ToListAsync(ct);
        if (sets.Count == 0) return [];
        var groups = (await db.Groups.Where(group => visible.Any(set => set.Id == group.SetId)).OrderBy(group => group.Position).ThenBy(group => group.Id).ToListAsync(ct)).ToLookup(group => group.SetId);
        var placed = (await db.GroupMembers.Where(member => visible.Any(set => set.Id == member.SetId)).ToListAsync(ct)).ToDictionary(member => (member.SetId, member.PersonId), member => member.GroupId);
        var students = await db.StudentsOf(courseId, ct);
        return [.. sets.Select(set => Fill(set, [.. groups[set.Id]], placed, students))];
    }

    /// <summary>The active students of a course, by name.</summary>
    public static Task<List<GroupedStudent>> StudentsOf(this SchoolDb db, Guid courseId, CancellationToken ct) =>
        (from one in db.Enrollments
         join person in db.People on one.PersonId equals person.Id
         where one.CourseId == courseId && one.Role == CourseRole.Student && one.State == EnrollmentState.Active
         orderby person.Name
         select new GroupedStudent(person.Id, person.Name, one.SectionId)).ToListAsync(ct);

    private static FilledGroupSet Fill(GroupSet set, List<CourseGroup> groups, Dictionary<(Guid, Guid), Guid> placed, List<GroupedStudent> students)
    {
        var there = groups.Select(group => group.Id).ToHashSet();
        Guid? PlaceOf(GroupedStudent student) => placed.TryGetValue((set.Id, student.PersonId), out var group) && there.Contains(group) ? group : null;
        var members = students.ToLookup(PlaceOf);
        return new(set, [.. groups.Select(group => new FilledGroup(group, [.. members[group.Id]]))], [.. members[null]]);
    }
}
