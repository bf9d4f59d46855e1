using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>What the inspector holds; times are wall-clock times in the course's zone, effort is minutes.</summary>
public sealed record ActivityFields(string Title, int EffortMinutes, decimal? Points, LocalWindow Window, bool IsPublished);

public sealed class ArrangeActivities(SchoolStore store, IClock clock)
{
    public Task<Outcome<Activity>> Add(Viewer viewer, string slug, Guid moduleId, ActivityKind kind, CancellationToken ct = default) =>
        store.ChangeCourse<Activity>(viewer, slug, async (db, course, token) =>
        {
            if (await db.ModuleIn(course, moduleId, token) is not { RemovedAt: null } module) return Refusal.NotFound;
            var others = await db.ActivitiesOf(moduleId, token);
            var added = ActivityDefaults.Draft(module, kind, course.TimeZone, others.Count == 0 ? 0 : others[^1].Position + 1);
            if (!added.IsRefused) db.Activities.Add(added.Value);
            return added;
        }, ct);

    public Task<Outcome<Done>> Save(Viewer viewer, string slug, Guid id, ActivityFields fields, CancellationToken ct = default) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
        {
            if (await db.ActivityIn(course, id, token) is not { } activity) return Refusal.NotFound;
            var due = activity.Due;
            var described = activity.Describe(fields.Title, fields.EffortMinutes, fields.Points);
            if (described.IsRefused) return described;
            var scheduled = activity.Schedule(fields.Window.In(DateTimeZoneProviders.Tzdb[course.TimeZone]));
            if (scheduled.IsRefused) return scheduled;
            if (activity.Due != due) await db.FollowDue(activity, clock.GetCurrentInstant(), token);
            if (fields.IsPublished) activity.Publish();
            else activity.Unpublish();
            return new Done();
        }, ct);

    /// <summary>A draft right below the original, with its content and without what people did in it.</summary>
    public Task<Outcome<Activity>> Duplicate(Viewer viewer, string slug, Guid id, string title, CancellationToken ct = default) =>
        store.ChangeCourse<Activity>(viewer, slug, async (db, course, token) =>
        {
            if (await db.ActivityIn(course, id, token) is not { RemovedAt: null } original) return Refusal.NotFound;
            var module = (await db.ModuleIn(course, original.ModuleId, token))!;
            var copied = Activity.New(module, original.Kind, title, original.Position, original.EffortMinutes, original.Points);
            if (copied.IsRefused) return copied;
            copied.Value.Schedule(original.Window);
            var others = await db.ActivitiesOf(module.Id, token);
            foreach (var later in others.Where(other => other.Position > original.Position)) later.MoveTo(module.Id, later.Position + 1);
            copied.Value.MoveTo(module.Id, original.Position + 1);
            db.Activities.Add(copied.Value);
            await db.CopyContent(original, copied.Value.Id, token);
            return copied;
        }, ct);

    /// <summary>Out of the course at once, for everybody; what people did in it stays and comes back with it.</summary>
    public Task<Outcome<Done>> Remove(Viewer viewer, string slug, Guid id, CancellationToken ct = default) =>
        Change(viewer, slug, id, (_, activity) => { activity.Remove(clock.GetCurrentInstant()); return new Done(); }, ct);

    public Task<Outcome<Done>> PutBack(Viewer viewer, string slug, Guid id, CancellationToken ct = default) =>
        Change(viewer, slug, id, (_, activity) => { activity.PutBack(); return new Done(); }, ct);

    /// <summary>To a place in its own module (no <paramref name="moduleId"/>) or in another of the course; a place past the end is the end.</summary>
    public Task<Outcome<Done>> Move(Viewer viewer, string slug, Guid id, Guid? moduleId, int place, CancellationToken ct = default) =>
        Order(viewer, slug, id, moduleId, order => Reorder.Move(order, id, place), ct);

    public Task<Outcome<Done>> Step(Viewer viewer, string slug, Guid id, int by, CancellationToken ct = default) =>
        Order(viewer, slug, id, null, order => Reorder.Step(order, id, by), ct);

    private Task<Outcome<Done>> Order(
        Viewer viewer, string slug, Guid id, Guid? moduleId, Func<IReadOnlyList<Guid>, IReadOnlyList<Guid>> arrange, CancellationToken ct) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
        {
            if (await db.ActivityIn(course, id, token) is not { RemovedAt: null } moved) return Refusal.NotFound;
            var target = moduleId ?? moved.ModuleId;
            if (await db.ModuleIn(course, target, token) is not { RemovedAt: null }) return Refusal.NotFound;
            var there = await db.ActivitiesOf(target, token);
            var order = arrange([.. there.Select(activity => activity.Id)]);
            for (var place = 0; place < order.Count; place++)
                (order[place] == id ? moved : there.Single(activity => activity.Id == order[place])).MoveTo(target, place);
            return new Done();
        }, ct);

    private Task<Outcome<Done>> Change(Viewer viewer, string slug, Guid id, Func<Course, Activity, Outcome<Done>> change, CancellationToken ct) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
            await db.ActivityIn(course, id, token) is { } activity ? change(course, activity) : Refusal.NotFound, ct);
}
