using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Data.Grades;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>One student's weeks, and what to speak with them about.</summary>
public sealed record StudentProgress(Guid PersonId, string Name, string Email, IReadOnlyList<StudentWeek> Weeks, NeedFound Found, Instant? LastSeen);

/// <summary>How the students of a course are doing, in a fixed number of queries whatever its size.</summary>
public sealed class ReadProgress(SchoolDb db, CourseDoor door, CourseOutlines outlines, IClock clock)
{
    /// <summary>How long after its end a class still counts as attended when its progress is written.</summary>
    private static readonly Duration Settling = Duration.FromHours(2);

    public sealed record Found(CourseAccess In, int Weeks, int? Now, IReadOnlyList<StudentProgress> Students);

    public async Task<Found?> Of(string slug, Viewer viewer, CancellationToken ct)
    {
        if (await door.Open(slug, viewer, ct) is not { CanGrade: true } access) return null;
        var course = access.Course;
        var now = clock.GetCurrentInstant();
        var outline = await outlines.Of(course, db, ct);
        var today = now.InZone(outline.Zone).Date;
        var current = outline.ModuleOn(today)?.Number;
        var roster = (await db.RosterOf(course.Id, ct)).Where(person => person is { Role: CourseRole.Student, State: EnrollmentState.Active }).ToList();
        var progress = (await db.ProgressIn(course.Id).ToListAsync(ct)).ToLookup(row => row.PersonId);
        var grades = (await db.GradesVisibleTo(viewer).InCourse(db, course.Id).ToListAsync(ct)).ToLookup(grade => grade.PersonId);
        var granted = await db.AccommodationsIn(course.Id, ct);
        var students = roster.Select(person =>
        {
            var own = progress[person.PersonId].ToDictionary(row => row.ActivityId);
            var marks = grades[person.PersonId].ToDictionary(grade => grade.ActivityId);
            var later = granted.GetValueOrDefault(person.PersonId)?.DueLater ?? Duration.Zero;
            var expected = outline.ForStudentOf(person.SectionId).DueLater(later).Modules
                .SelectMany(module => module.Activities.Select(activity => Expected(module, activity, own.GetValueOrDefault(activity.Id), marks.GetValueOrDefault(activity.Id), outline.Zone, now))).OfType<ExpectedWork>().ToList();
            Instant? seen = own.Count == 0 ? null : own.Values.Max(row => row.LastSeenAt);
            return new StudentProgress(person.PersonId, person.Name, person.Email, FallingBehind.Weeks(expected, current ?? outline.Modules.Count), FallingBehind.Of(expected, seen, now), seen);
        });
        return new Found(access, current ?? outline.Modules.Count, current, [.. students.OrderBy(student => student.Found.Need).ThenByDescending(student => student.Found.Count).ThenBy(student => student.Name)]);
    }

    /// <summary>Null for what nobody has to have done by any time.</summary>
    private static ExpectedWork? Expected(OutlineModule module, OutlineActivity activity, ActivityProgress? own, Grade? grade, DateTimeZone zone, Instant now)
    {
        var done = own is null ? 0 : own.DoneAt is null ? Math.Min(0.99, own.FractionDone) : 1;
        var score = grade is { State: GradeState.Scored, Score: { } got } && activity.Points is > 0 and { } points ? got / points : (decimal?)null;
        var isExcused = grade?.State == GradeState.Excused;
        if (activity.Live is { } live)
        {
            if (live.EndsAt > now) return null;
            var presence = own?.DoneAt is { } at ? at <= live.EndsAt + Settling ? ClassPresence.Live : ClassPresence.Replay
                : now > activity.ReplayCountsUntil ? ClassPresence.Missed : ClassPresence.Open;
            return new ExpectedWork(module.Number, activity.Title, activity.Kind, activity.EffortMinutes, activity.ReplayCountsUntil ?? Instant.MaxValue, done, presence, null, isExcused);
        }
        if (activity.IsLive) return null;
        var by = activity.Window.Due ?? (module.EndsOn is { } ends ? zone.AtStartOfDay(ends.PlusDays(1)).ToInstant() : null as Instant?);
        return by is { } due ? new ExpectedWork(module.Number, activity.Title, activity.Kind, activity.EffortMinutes, due, done, null, score, isExcused) : null;
    }
}
