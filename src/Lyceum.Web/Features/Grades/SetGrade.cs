using System.Globalization;
using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Data.Grades;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Domain.Messages;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Grades;

/// <summary>Changes one grade by hand, or releases all that are held back; every change is audited.</summary>
public sealed class SetGrade(SchoolStore store, IClock clock)
{
    public Task<Outcome<GradeCell>> Run(Viewer viewer, string slug, Guid activityId, Guid personId, string typed, string? note, CancellationToken ct) =>
        store.Write<GradeCell>(async (db, token) =>
        {
            var activity = await db.ActivitiesGradedBy(viewer).SingleOrDefaultAsync(one => one.Id == activityId && one.Points != null
                && db.Courses.Any(course => course.Id == one.CourseId && course.Slug == slug), token);
            var isStudent = activity is not null && await db.Enrollments.AnyAsync(one => one.CourseId == activity.CourseId && one.PersonId == personId && one.Role == CourseRole.Student, token);
            if (activity is null || !isStudent) return Refusal.NotFound;
            var now = clock.GetCurrentInstant();
            var grade = await db.Grades.AsTracking().SingleOrDefaultAsync(row => row.ActivityId == activityId && row.PersonId == personId, token);
            var was = grade is null ? "nothing" : Describe(grade);
            if (grade is null) db.Grades.Add(grade = Grade.For(activityId, activity.CourseId, personId, now));
            var changed = Apply(grade, activity, typed.Trim(), note, viewer.PersonId!.Value, now);
            if (changed.IsRefused) return changed.Refusal;
            db.Audit.Add(AuditEntry.New("GradeChanged", viewer.PersonId, personId, activity.CourseId, $"{activity.Title}: {was} to {Describe(grade)}", now));
            await db.SaveChangesAsync(token);
            return Gradebook.CellOf(new GradeColumn(activity.Id, activity.Kind, activity.Title, activity.Points!.Value, activity.Due), grade, now);
        }, ct);

    public Task<Outcome<int>> ReleaseAll(Viewer viewer, string slug, CancellationToken ct) =>
        store.Write<int>(async (db, token) =>
        {
            var course = await db.CoursesTaughtBy(viewer).SingleOrDefaultAsync(one => one.Slug == slug, token);
            if (course is null) return Refusal.NotFound;
            var now = clock.GetCurrentInstant();
            var held = await db.GradesVisibleTo(viewer).InCourse(db, course.Id).AsTracking().Where(grade => grade.ReleasedAt == null
                && !grade.NeedsGrading && (grade.Score != null || grade.State == GradeState.Excused)).ToListAsync(token);
            foreach (var grade in held) grade.Release(now);
            db.Notifications.AddRange(held.Select(grade => grade.PersonId).Distinct().Select(person =>
                Notification.New(person, "New grades in {0}", [course.Title], $"/courses/{slug}/grades", now, course.Id, viewer.PersonId)));
            db.Audit.Add(AuditEntry.New("GradesReleased", viewer.PersonId, null, course.Id, $"{held.Count} grades", now));
            await db.SaveChangesAsync(token);
            return held.Count;
        }, ct);

    private static Outcome<Done> Apply(Grade grade, Activity activity, string typed, string? note, Guid by, Instant now)
    {
        if (typed.Equals("x", StringComparison.OrdinalIgnoreCase))
        {
            grade.Excuse(note, by, now);
            grade.Release(now);
            return new Done();
        }
        if (!decimal.TryParse(typed.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var score))
            return Refusal.Invalid("A score is a number, as 17 or 17.5; x excuses.");
        return grade.Override(score, activity.Points!.Value, note, by, now);
    }

    private static string Describe(Grade grade) => grade.State == GradeState.Scored ? $"{grade.Score:0.##}" : grade.State.ToString().ToLowerInvariant();
}
