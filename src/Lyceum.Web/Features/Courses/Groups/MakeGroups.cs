using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>How students come into the groups that are made.</summary>
public enum GroupWay { ByChance, ByHand, TheyChoose }

/// <summary>Groups as they are asked for: so many, or as many as it takes for at most so many people in each.</summary>
public sealed record GroupsAsked(string? Name, GroupWay Way, int Number, bool IsPeopleInEach)
{
    public bool SpreadsSections { get; init; }
    /// <summary>Where they choose: until when, and how many to a group.</summary>
    public Instant? Until { get; init; }
    public int? Most { get; init; }
}

/// <summary>Makes a set of groups, and deals the students into them if chance is to.</summary>
public sealed class MakeGroups(SchoolStore store, IClock clock)
{
    /// <param name="viewer">Who teaches.</param>
    /// <param name="slug">Of the course.</param>
    /// <param name="asked">What is to be made.</param>
    /// <param name="nameOf">How the group with this number is called.</param>
    /// <param name="ct">Cancels before it is durable.</param>
    public Task<Outcome<GroupSet>> Run(Viewer viewer, string slug, GroupsAsked asked, Func<int, string> nameOf, CancellationToken ct) =>
        store.ChangeCourse<GroupSet>(viewer, slug, async (db, course, token) =>
        {
            var names = await db.GroupSets.Where(set => set.CourseId == course.Id).Select(set => set.Name).ToListAsync(token);
            if (names.Count >= GroupSet.MostInACourse) return GroupRefusals.TooManySets;
            var now = clock.GetCurrentInstant();
            var made = GroupSet.New(course.Id, asked.Name, now);
            if (made.IsRefused) return made;
            if (names.Contains(made.Value.Name, StringComparer.CurrentCultureIgnoreCase)) return GroupRefusals.SameSetName;
            if (asked.Way == GroupWay.TheyChoose && made.Value.LetThemChoose(asked.Until, asked.Most) is { IsRefused: true } chosen) return chosen.Refusal;
            var students = await db.StudentsOf(course.Id, token);
            if (asked.Number is < 1 or > GroupSet.MostGroups) return GroupRefusals.BadCount;
            var count = Math.Min(asked.IsPeopleInEach ? GroupDeal.CountFor(students.Count, asked.Number) : asked.Number, GroupSet.MostGroups);
            var groups = Enumerable.Range(1, count).Select(number => CourseGroup.New(made.Value.Id, number, nameOf(number)).Value).ToList();
            db.GroupSets.Add(made.Value);
            db.Groups.AddRange(groups);
            if (asked.Way == GroupWay.ByChance) Deal(db, students, groups, asked.SpreadsSections);
            db.Audit.Add(AuditEntry.New("GroupsMade", viewer.PersonId, made.Value.Id, course.Id, $"{made.Value.Name}: {count}, {asked.Way}", now));
            return made;
        }, ct);

    private static void Deal(SchoolDb db, IReadOnlyList<GroupedStudent> students, IReadOnlyList<CourseGroup> groups, bool spreadsSections)
    {
        var empty = groups.Select(_ => Array.Empty<DealtStudent>()).ToList();
        foreach (var (personId, group) in GroupDeal.Deal([.. students.Select(one => one.ToBeDealt)], empty, spreadsSections, Random.Shared))
            db.GroupMembers.Add(GroupMember.Of(groups[group], personId));
    }
}
