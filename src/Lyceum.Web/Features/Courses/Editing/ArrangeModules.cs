using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

public sealed class ArrangeModules(SchoolStore store, IClock clock)
{
    /// <summary>After the last; where that one has days, the new one takes the week that follows.</summary>
    public Task<Outcome<Module>> Add(Viewer viewer, string slug, string title, CancellationToken ct = default) =>
        store.ChangeCourse<Module>(viewer, slug, async (db, course, token) =>
        {
            var modules = await db.ModulesOf(course, token);
            var starts = modules.Count == 0 ? course.StartsOn : modules[^1].EndsOn?.PlusDays(1);
            var added = Module.New(course.Id, modules.Count == 0 ? 0 : modules[^1].Position + 1, title, starts, starts?.PlusDays(6));
            if (!added.IsRefused) db.Modules.Add(added.Value);
            return added;
        }, ct);

    public Task<Outcome<Done>> Describe(Viewer viewer, string slug, Guid id, string title, LocalDate? startsOn, LocalDate? endsOn, CancellationToken ct = default) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
            await db.ModuleIn(course, id, token) is { } module ? module.Describe(title, startsOn, endsOn) : Refusal.NotFound, ct);

    /// <summary>With everything in it; what people did there stays and comes back with it.</summary>
    public Task<Outcome<Done>> Remove(Viewer viewer, string slug, Guid id, CancellationToken ct = default) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
        {
            if (await db.ModuleIn(course, id, token) is not { RemovedAt: null } module) return Refusal.NotFound;
            var now = clock.GetCurrentInstant();
            module.Remove(now);
            foreach (var activity in await db.ActivitiesOf(id, token)) activity.Remove(now);
            return new Done();
        }, ct);

    /// <summary>With what went out with it, and not with what was taken out of it before.</summary>
    public Task<Outcome<Done>> PutBack(Viewer viewer, string slug, Guid id, CancellationToken ct = default) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
        {
            if (await db.ModuleIn(course, id, token) is not { } module) return Refusal.NotFound;
            var together = await db.Activities.AsTracking().IgnoreQueryFilters()
                .Where(activity => activity.ModuleId == id && activity.RemovedAt == module.RemovedAt).ToListAsync(token);
            foreach (var activity in together) activity.PutBack();
            module.PutBack();
            return new Done();
        }, ct);

    public Task<Outcome<Done>> Move(Viewer viewer, string slug, Guid id, int place, CancellationToken ct = default) =>
        Order(viewer, slug, id, order => Reorder.Move(order, id, place), ct);

    public Task<Outcome<Done>> Step(Viewer viewer, string slug, Guid id, int by, CancellationToken ct = default) =>
        Order(viewer, slug, id, order => Reorder.Step(order, id, by), ct);

    private Task<Outcome<Done>> Order(Viewer viewer, string slug, Guid id, Func<IReadOnlyList<Guid>, IReadOnlyList<Guid>> arrange, CancellationToken ct) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
        {
            var modules = await db.ModulesOf(course, token);
            if (modules.All(module => module.Id != id)) return Refusal.NotFound;
            var order = arrange([.. modules.Select(module => module.Id)]);
            for (var place = 0; place < order.Count; place++) modules.Single(module => module.Id == order[place]).MoveTo(place);
            return new Done();
        }, ct);
}
