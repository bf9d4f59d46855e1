using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Grades;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Grades;

/// <summary>Says how the total of a course comes about: categories with their weights, and what counts where.</summary>
public sealed class WeighGrades(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Run(Viewer viewer, string slug, IReadOnlyList<GradeCategory> categories, IReadOnlyList<GradePlace> places, CancellationToken ct) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
        {
            var plan = await db.GradePlans.AsTracking().SingleOrDefaultAsync(one => one.CourseId == course.Id, token);
            if (plan is null) db.GradePlans.Add(plan = GradePlan.For(course.Id));
            var ours = await db.Activities.Where(activity => activity.CourseId == course.Id).Select(activity => activity.Id).ToHashSetAsync(token);
            var weighed = plan.Weigh(categories, [.. places.Where(place => ours.Contains(place.ActivityId))]);
            if (weighed.IsRefused) return weighed;
            db.Audit.Add(AuditEntry.New("GradesWeighed", viewer.PersonId, null, course.Id,
                string.Join(", ", plan.Categories.Select(one => $"{one.Name} {one.Weight:0.##} %")), clock.GetCurrentInstant()));
            return weighed;
        }, ct);
}
