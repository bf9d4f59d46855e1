using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using NodaTime;
using static Lyceum.Domain.Courses.GroupRefusals;

namespace Lyceum.Web.Features.Courses;

/// <summary>A student goes into a group, or out of it, where that is theirs to choose.</summary>
public sealed class ChooseGroup(SchoolStore store, IClock clock)
{
    /// <param name="viewer">A student of the course.</param>
    /// <param name="courseId">The course.</param>
    /// <param name="setId">The groups of which one is chosen.</param>
    /// <param name="groupId">Null = out of the group that they are in.</param>
    /// <param name="ct">Cancels before it is durable.</param>
    public Task<Outcome<Done>> Run(Viewer viewer, Guid courseId, Guid setId, Guid? groupId, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        if (viewer.PersonId is not { } me || !await db.StudiesIn(courseId, viewer, token)) return Refusal.NotFound;
        var filled = (await db.GroupsOf(viewer, courseId, token, setId)).SingleOrDefault();
        if (filled is null) return Refusal.NotFound;
        if (!filled.Set.IsChosenAt(clock.GetCurrentInstant())) return NotChosen;
        var chosen = await Choose(db, filled, groupId, me, token);
        if (!chosen.IsRefused) await db.SaveChangesAsync(token);
        return chosen;
    }, ct);

    private async Task<Outcome<Done>> Choose(SchoolDb db, FilledGroupSet filled, Guid? groupId, Guid me, CancellationToken ct)
    {
        if (groupId is null) return await db.TakeOut(filled.Set, me, ct);
        if (filled.Groups.FirstOrDefault(one => one.Group.Id == groupId) is not { } group) return Refusal.NotFound;
        if (filled.GroupOf(me) == group) return new Done();
        var admitted = filled.Set.Admit(group.Members.Count, clock.GetCurrentInstant());
        if (!admitted.IsRefused) await db.PutInto(group.Group, me, ct);
        return admitted;
    }
}
