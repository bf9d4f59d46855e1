using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Courses;

/// <summary>What this viewer may do with this activity.</summary>
/// <summary><paramref name="Number"/> is that of the module, from 1 in the order of the course.</summary>
public sealed record ActivityAccess(CourseAccess In, Activity Activity, Module Module, int Number)
{
    public Course Course => In.Course;
    public bool CanTeach => In.CanTeach;
    public bool CanGrade => In.CanGrade;
    /// <summary>As it stands for this viewer.</summary>
    public Window Window => Activity.Window.DueLater(In.DueLater);
    public string Url => ActivityLinks.Of(Course.Slug, Activity.Kind, Activity.Id);
}

/// <summary>The way to one activity of a course. Null = not found for this viewer, or of another kind.</summary>
public sealed class ActivityDoor(SchoolDb db, CourseDoor courses)
{
    public async Task<ActivityAccess?> Open(string slug, Guid id, ActivityKind kind, Viewer viewer, CancellationToken ct = default)
    {
        if (await courses.Open(slug, viewer, ct) is not { } course) return null;
        var row = await (from activity in db.ActivitiesVisibleTo(viewer)
                         join module in db.Modules on activity.ModuleId equals module.Id
                         where activity.Id == id && activity.CourseId == course.Course.Id && activity.Kind == kind
                         select new { activity, module, Before = db.Modules.Count(other => other.CourseId == module.CourseId && other.Position < module.Position) }).SingleOrDefaultAsync(ct);
        return row is null ? null : new ActivityAccess(course, row.activity, row.module, row.Before + 1);
    }
}
