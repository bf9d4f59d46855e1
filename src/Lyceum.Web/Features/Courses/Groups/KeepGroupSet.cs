using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>What a set of groups is called, whether its students choose, and whether it is there at all; for whoever teaches.</summary>
public sealed class KeepGroupSet(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Describe(Viewer viewer, string slug, Guid setId, string? name, bool theyChoose, Instant? until, int? most, CancellationToken ct) =>
        Change(viewer, slug, setId, async (db, set, token) =>
        {
            var renamed = set.Rename(name);
            if (renamed.IsRefused) return renamed;
            if (await IsTaken(db, set, token)) return GroupRefusals.SameSetName;
            if (theyChoose) return set.LetThemChoose(until, most);
            set.ChooseForThem();
            return new Done();
        }, ct);

    public Task<Outcome<Done>> Remove(Viewer viewer, string slug, Guid setId, CancellationToken ct) => Change(viewer, slug, setId, (db, set, _) =>
    {
        var now = clock.GetCurrentInstant();
        set.Remove(now);
        db.Audit.Add(AuditEntry.New("GroupSetRemoved", viewer.PersonId, set.Id, set.CourseId, set.Name, now));
        return Task.FromResult<Outcome<Done>>(new Done());
    }, ct);

    public Task<Outcome<Done>> Return(Viewer viewer, string slug, Guid setId, CancellationToken ct) => Change(viewer, slug, setId, async (db, set, token) =>
    {
        if (await IsTaken(db, set, token)) return GroupRefusals.SameSetName;
        set.Return();
        return new Done();
    }, ct);

    private static Task<bool> IsTaken(SchoolDb db, GroupSet set, CancellationToken ct) =>
        db.GroupSets.AnyAsync(other => other.CourseId == set.CourseId && other.Id != set.Id && other.Name == set.Name, ct);

    private Task<Outcome<Done>> Change(Viewer viewer, string slug, Guid setId, Func<SchoolDb, GroupSet, CancellationToken, Task<Outcome<Done>>> change, CancellationToken ct) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
            await db.GroupSets.AsTracking().IgnoreQueryFilters().SingleOrDefaultAsync(one => one.Id == setId && one.CourseId == course.Id, token) is { } set
                ? await change(db, set, token)
                : Refusal.NotFound, ct);
}
