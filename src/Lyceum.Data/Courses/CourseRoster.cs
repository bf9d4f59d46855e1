using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Data.Courses;

/// <summary>Somebody in a course. <paramref name="Email"/> is for those who teach to see, and whether they <paramref name="HasJoined"/>: have chosen how to sign in.</summary>
public sealed record RosterPerson(
    Guid PersonId, string Name, string Email, CourseRole Role, EnrollmentState State, Guid? SectionId, string? Section, Instant EnrolledAt, bool HasJoined);

public static class CourseRoster
{
    /// <summary>Everybody who is or was in the course, by name; the caller has been let in and leaves out what its reader may not see.</summary>
    public static Task<List<RosterPerson>> RosterOf(this SchoolDb db, Guid courseId, CancellationToken ct) =>
        (from one in db.Enrollments
         join person in db.People on one.PersonId equals person.Id
         join section in db.Sections on one.SectionId equals section.Id into sections
         from section in sections.DefaultIfEmpty()
         join account in db.Users on person.Id equals account.Id into accounts
         from account in accounts.DefaultIfEmpty()
         where one.CourseId == courseId
         orderby person.Name
         select new RosterPerson(
             person.Id, person.Name, person.Email, one.Role, one.State, one.SectionId, section == null ? null : section.Name, one.EnrolledAt, account == null || account.EmailConfirmed)).ToListAsync(ct);

    /// <summary>How far everybody is, also in activities that were taken out since. Found through the activities of the course, as <see cref="Grades.GradeVisibility.InCourse"/> finds grades.</summary>
    public static IQueryable<ActivityProgress> ProgressIn(this SchoolDb db, Guid courseId)
    {
        var activities = db.Activities.Where(activity => activity.CourseId == courseId).Select(activity => activity.Id);
        return db.Progress.Where(progress => activities.Contains(progress.ActivityId)).IgnoreQueryFilters();
    }
}
