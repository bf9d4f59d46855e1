using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

public sealed class EnrollOneself(SchoolStore store, IClock clock)
{
    public Task<Outcome<Enrollment>> Run(Viewer viewer, string slug, string? code, CancellationToken ct = default) =>
        store.Write<Enrollment>(async (db, token) =>
        {
            var course = await db.CoursesVisibleTo(viewer).SingleOrDefaultAsync(one => one.Slug == slug && one.IsPublished, token);
            if (course is null || viewer.PersonId is not { } me) return Refusal.NotFound;
            var before = await db.Enrollments.AsTracking().SingleOrDefaultAsync(one => one.CourseId == course.Id && one.PersonId == me, token);
            var admitted = Admission.Of(course, me, before, code, clock.GetCurrentInstant());
            if (!admitted.IsRefused && before is null) db.Enrollments.Add(admitted.Value);
            await db.SaveChangesAsync(token);
            return admitted;
        }, ct);

    public Task<Outcome<Done>> Leave(Viewer viewer, string slug, CancellationToken ct = default) =>
        store.Write<Done>(async (db, token) =>
        {
            var enrollment = await (from one in db.Enrollments.AsTracking()
                                    join course in db.Courses on one.CourseId equals course.Id
                                    where course.Slug == slug && one.PersonId == viewer.PersonId
                                    select one).SingleOrDefaultAsync(token);
            var left = Admission.Leave(enrollment, clock.GetCurrentInstant());
            await db.SaveChangesAsync(token);
            return left;
        }, ct);
}
