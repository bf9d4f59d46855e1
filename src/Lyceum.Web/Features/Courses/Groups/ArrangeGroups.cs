using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>Who is in which group of a set, and which groups there are; for whoever teaches.</summary>
public sealed class ArrangeGroups(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Add(Viewer viewer, string slug, Guid setId, Func<int, string> nameOf, CancellationToken ct) => Change(viewer, slug, setId, async (db, set, token) =>
    {
        var groups = await db.Groups.Where(group => group.SetId == set.Id).ToListAsync(token);
        if (groups.Count >= GroupSet.MostGroups) return GroupRefusals.TooMany;
        var number = Enumerable.Range(groups.Count + 1, GroupSet.MostGroups + 1).First(number => groups.All(group => group.Name != nameOf(number)));
        db.Groups.Add(CourseGroup.New(set.Id, groups.Select(group => group.Position).DefaultIfEmpty().Max() + 1, nameOf(number)).Value);
        return new Done();
    }, ct);

    public Task<Outcome<Done>> Rename(Viewer viewer, string slug, Guid setId, Guid groupId, string? name, CancellationToken ct) => Change(viewer, slug, setId, async (db, set, token) =>
    {
        if (await Find(db, set, groupId, token) is not { } group) return Refusal.NotFound;
        var renamed = group.Rename(name);
        if (renamed.IsRefused) return renamed;
        return await db.Groups.AnyAsync(other => other.SetId == set.Id && other.Id != groupId && other.Name == group.Name, token) ? GroupRefusals.SameName : renamed;
    }, ct);

    public Task<Outcome<Done>> Remove(Viewer viewer, string slug, Guid setId, Guid groupId, CancellationToken ct) => Change(viewer, slug, setId, async (db, set, token) =>
    {
        if (await Find(db, set, groupId, token) is not { } group) return Refusal.NotFound;
        group.Remove(clock.GetCurrentInstant());
        return new Done();
    }, ct);

    public Task<Outcome<Done>> Return(Viewer viewer, string slug, Guid setId, Guid groupId, CancellationToken ct) => Change(viewer, slug, setId, async (db, set, token) =>
    {
        if (await db.Groups.AsTracking().IgnoreQueryFilters().SingleOrDefaultAsync(one => one.Id == groupId && one.SetId == set.Id, token) is not { } group) return Refusal.NotFound;
        if (await db.Groups.AnyAsync(other => other.SetId == set.Id && other.Id != groupId && other.Name == group.Name, token)) return GroupRefusals.SameName;
        group.Return();
        return new Done();
    }, ct);

    /// <summary>Into a group, out of every other of the set; null = into none.</summary>
    public Task<Outcome<Done>> Move(Viewer viewer, string slug, Guid setId, Guid personId, Guid? groupId, CancellationToken ct) => Change(viewer, slug, setId, async (db, set, token) =>
    {
        if ((await db.StudentsOf(set.CourseId, token)).All(student => student.PersonId != personId)) return Refusal.NotFound;
        if (groupId is null) return await db.TakeOut(set, personId, token);
        if (await Find(db, set, groupId.Value, token) is not { } group) return Refusal.NotFound;
        await db.PutInto(group, personId, token);
        return new Done();
    }, ct);

    /// <summary>By chance: those who are in no group where the fewest are, or everybody anew.</summary>
    public Task<Outcome<Done>> Deal(Viewer viewer, string slug, Guid setId, bool everybody, bool spreadsSections, CancellationToken ct) => Change(viewer, slug, setId, async (db, set, token) =>
    {
        var filled = (await db.GroupsOf(viewer, set.CourseId, token, set.Id)).Single();
        if (filled.Groups.Count == 0) return GroupRefusals.NoGroups;
        var students = everybody ? await db.StudentsOf(set.CourseId, token) : filled.InNone;
        IReadOnlyList<IReadOnlyList<DealtStudent>> there = [.. filled.Groups.Select(group => everybody ? [] : group.Members.Select(one => one.ToBeDealt).ToArray())];
        var rows = await db.GroupMembers.AsTracking().Where(member => member.SetId == set.Id).ToDictionaryAsync(member => member.PersonId, token);
        foreach (var (personId, at) in GroupDeal.Deal([.. students.Select(one => one.ToBeDealt)], there, spreadsSections, Random.Shared))
        {
            if (rows.TryGetValue(personId, out var row)) row.MoveTo(filled.Groups[at].Group);
            else db.GroupMembers.Add(GroupMember.Of(filled.Groups[at].Group, personId));
        }
        if (everybody) db.Audit.Add(AuditEntry.New("GroupsDealtAnew", viewer.PersonId, set.Id, set.CourseId, set.Name, clock.GetCurrentInstant()));
        return new Done();
    }, ct);

    private Task<Outcome<Done>> Change(Viewer viewer, string slug, Guid setId, Func<SchoolDb, GroupSet, CancellationToken, Task<Outcome<Done>>> change, CancellationToken ct) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
            await db.GroupSets.SingleOrDefaultAsync(one => one.Id == setId && one.CourseId == course.Id, token) is { } set ? await change(db, set, token) : Refusal.NotFound, ct);

    private static Task<CourseGroup?> Find(SchoolDb db, GroupSet set, Guid groupId, CancellationToken ct) =>
        db.Groups.AsTracking().SingleOrDefaultAsync(one => one.Id == groupId && one.SetId == set.Id, ct);
}
