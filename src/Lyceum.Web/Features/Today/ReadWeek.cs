using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Data.Today;
using Lyceum.Domain.Accounts;
using NodaTime;

namespace Lyceum.Web.Features.Today;

/// <summary>Reads a person's week: three queries, and the outlines of their courses from memory.</summary>
public sealed class ReadWeek(SchoolDb db, CourseOutlines outlines, IClock clock)
{
    private static readonly Duration Replayable = Duration.FromDays(21);

    public async Task<OwnWeek> Of(Viewer viewer, LocalDate day, DateTimeZone zone, CancellationToken ct)
    {
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        var now = clock.GetCurrentInstant();
        var start = zone.AtStartOfDay(monday).ToInstant();
        var courses = await db.OwnCourses(viewer, ct);
        var classes = await db.OwnClasses(viewer, Instant.Min(start, now - Replayable), ct);
        var progress = await db.OwnProgressEverywhere(viewer, ct);
        var activities = new List<OwnActivity>();
        foreach (var course in courses)
        {
            var whole = await outlines.Of(course.Course, db, ct);
            var outline = (course.Teaches ? whole.ForStudents : whole.ForStudentOf(course.SectionId)).DueLater(course.DueLater);
            activities.AddRange(from module in outline.Modules
                                from activity in module.Activities
                                select new OwnActivity(course, outline.Teachers, module, activity, classes.GetValueOrDefault(activity.Id), progress.GetValueOrDefault(activity.Id)));
        }
        return new(monday, zone, now, courses, activities);
    }
}
