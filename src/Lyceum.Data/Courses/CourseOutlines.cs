using System.Collections.Concurrent;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Data.Courses;

/// <summary>The outlines in memory. One that is older than its course is read again; no message between nodes is needed for that.</summary>
public sealed class CourseOutlines
{
    private const int Most = 400;
    private readonly ConcurrentDictionary<Guid, CourseOutline> known = new();

    /// <summary>The outline of a course that the caller has been let into.</summary>
    public async ValueTask<CourseOutline> Of(Course course, SchoolDb db, CancellationToken ct = default)
    {
        if (known.TryGetValue(course.Id, out var outline) && outline.Course.Version == course.Version) return outline;
        // The course was read before its parts: what was written in between raised the version, and the next reader reads again.
        outline = await Read(course, db, ct);
        if (known.Count >= Most) known.Clear();
        return known[course.Id] = outline;
    }

    private static async Task<CourseOutline> Read(Course course, SchoolDb db, CancellationToken ct)
    {
        var modules = await db.Modules.Where(module => module.CourseId == course.Id).OrderBy(module => module.Position).ThenBy(module => module.Id).ToListAsync(ct);
        var activities = (await db.Activities.Where(activity => activity.CourseId == course.Id)
            .OrderBy(activity => activity.Position).ThenBy(activity => activity.Id).ToListAsync(ct)).ToLookup(activity => activity.ModuleId);
        var sessions = await (from session in db.ClassSessions
                              join part in db.Sections on session.SectionId equals part.Id into parts
                              from section in parts.DefaultIfEmpty()
                              where session.CourseId == course.Id
                              select new { session.ActivityId, session.Starts, session.Ends, session.ReplayCountsUntil, session.SectionId, session.IsLesson, Section = section == null ? null : section.Name })
            .ToDictionaryAsync(session => session.ActivityId, ct);
        var contents = await ActivityContents.Read(db, course.Id, ct);
        var members = db.Enrollments.Where(enrollment => enrollment.CourseId == course.Id && enrollment.State == EnrollmentState.Active);
        var students = await members.CountAsync(enrollment => enrollment.Role == CourseRole.Student, ct);
        var teachers = await (from member in members
                              join person in db.People on member.PersonId equals person.Id
                              where member.Role == CourseRole.Instructor || member.Role == CourseRole.Assistant
                              orderby member.EnrolledAt, person.Name
                              select new OutlinePerson(person.Id, person.Name, member.Role)).ToListAsync(ct);
        return new(course, DateTimeZoneProviders.Tzdb[course.TimeZone],
            modules.Select((module, at) => Module(module, at + 1, activities[module.Id].Select(Row))).ToList(), teachers, students);

        OutlineActivity Row(Activity activity)
        {
            var row = Activity(activity) with { Contents = contents.GetValueOrDefault(activity.Id) ?? ActivityContents.None };
            return sessions.TryGetValue(activity.Id, out var session)
                ? session.IsLesson ? row with { IsLesson = true } : row with { Live = new(session.Starts, session.Ends), ReplayCountsUntil = session.ReplayCountsUntil, SectionId = session.SectionId, Section = session.Section }
                : row;
        }
    }

    private static OutlineModule Module(Module module, int number, IEnumerable<OutlineActivity> activities) =>
        new(module.Id, number, module.Title, module.StartsOn, module.EndsOn, activities.ToList());

    private static OutlineActivity Activity(Activity activity) =>
        new(activity.Id, activity.ModuleId, activity.Kind, activity.Title, activity.EffortMinutes, activity.Window, null, activity.IsPublished, activity.Points);
}
