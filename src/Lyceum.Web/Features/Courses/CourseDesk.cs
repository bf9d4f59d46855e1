using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Courses;

/// <summary>What every change of a course begins and ends with: the course is one that the viewer teaches, and what was decided is saved once.</summary>
public static class CourseDesk
{
    public static Task<Outcome<T>> ChangeCourse<T>(
        this SchoolStore store, Viewer viewer, string slug, Func<SchoolDb, Course, CancellationToken, Task<Outcome<T>>> change, CancellationToken ct) =>
        store.Write<T>(async (db, token) =>
        {
            var course = await db.CoursesTaughtBy(viewer).AsTracking().SingleOrDefaultAsync(one => one.Slug == slug, token);
            if (course is null) return Refusal.NotFound;
            var outcome = await change(db, course, token);
            if (!outcome.IsRefused) await db.SaveChangesAsync(token);
            return outcome;
        }, ct);

    public static Task<Module?> ModuleIn(this SchoolDb db, Course course, Guid id, CancellationToken ct) =>
        db.Modules.AsTracking().IgnoreQueryFilters().SingleOrDefaultAsync(module => module.Id == id && module.CourseId == course.Id, ct);

    public static Task<Activity?> ActivityIn(this SchoolDb db, Course course, Guid id, CancellationToken ct) =>
        db.Activities.AsTracking().IgnoreQueryFilters().SingleOrDefaultAsync(activity => activity.Id == id && activity.CourseId == course.Id, ct);

    public static Task<List<Module>> ModulesOf(this SchoolDb db, Course course, CancellationToken ct) =>
        db.Modules.AsTracking().Where(module => module.CourseId == course.Id).OrderBy(module => module.Position).ThenBy(module => module.Id).ToListAsync(ct);

    public static Task<List<Activity>> ActivitiesOf(this SchoolDb db, Guid moduleId, CancellationToken ct) =>
        db.Activities.AsTracking().Where(activity => activity.ModuleId == moduleId)
            .OrderBy(activity => activity.Position).ThenBy(activity => activity.Id).ToListAsync(ct);
}
