using Lyceum.Data;
using Lyceum.Data.Assignments;
using Lyceum.Data.Grades;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Assignments;

/// <summary>What was handed in, without what it says.</summary>
public sealed record WorkState(Instant HandedInAt, bool IsLate, Instant? GradedAt);

/// <summary>One student of the course and how far their work is; <paramref name="Number"/> is what stands instead of a hidden name.</summary>
public sealed record GradingPlace(int Number, Guid PersonId, string Name, WorkState? Work, Grade? Grade)
{
    public bool IsHandedIn => Work is not null;
    public bool IsGraded => Work is not null && (Grade is null ? Work.GradedAt >= Work.HandedInAt : !Grade.NeedsGrading);
    public bool IsWaiting => IsHandedIn && !IsGraded;
    public bool IsExcused => Grade is { State: GradeState.Excused };
    public bool IsHeldBack => Grade is { IsReleased: false, NeedsGrading: false } && (Grade.Score is not null || IsExcused);
}

/// <summary>All students of an assignment, by name; one goes through those who handed in.</summary>
public sealed record GradingQueue(IReadOnlyList<GradingPlace> Places)
{
    public IReadOnlyList<GradingPlace> HandedIn { get; } = [.. Places.Where(place => place.IsHandedIn)];
    public int Graded => HandedIn.Count(place => place.IsGraded);
    public int Waiting => HandedIn.Count - Graded;
    public int Late => HandedIn.Count(place => place.Work!.IsLate);
    public int Excused => Places.Count(place => place.IsExcused);
    public int NotHandedIn => Places.Count(place => !place.IsHandedIn && !place.IsExcused);
    public int HeldBack => Places.Count(place => place.IsHeldBack);
    public decimal? MeanScore => HandedIn.Where(place => place.IsGraded).Average(place => place.Grade?.Score);

    public GradingPlace? Before(Guid person) => HandedIn.TakeWhile(place => place.PersonId != person).LastOrDefault();
    public GradingPlace? After(Guid person) => HandedIn.SkipWhile(place => place.PersonId != person).Skip(1).FirstOrDefault();

    /// <summary>Who waits for a grade behind this person, and from the beginning again when nobody does.</summary>
    public GradingPlace? NextWaiting(Guid? person = null) =>
        HandedIn.SkipWhile(place => place.PersonId != person).Skip(1).FirstOrDefault(place => place.IsWaiting) ?? HandedIn.FirstOrDefault(place => place.IsWaiting && place.PersonId != person);
}

public sealed class GradingQueues(SchoolDb db)
{
    public async Task<GradingQueue> Read(Activity activity, Viewer viewer, CancellationToken ct)
    {
        var students = await (from enrollment in db.Enrollments
                              join person in db.People on enrollment.PersonId equals person.Id
                              where enrollment.CourseId == activity.CourseId && enrollment.Role == CourseRole.Student && enrollment.State == EnrollmentState.Active
                              orderby person.Name
                              select new { person.Id, person.Name }).ToListAsync(ct);
        var work = await db.SubmissionsVisibleTo(viewer).Where(one => one.ActivityId == activity.Id && one.HandedInAt != null)
            .Select(one => new { one.PersonId, State = new WorkState(one.HandedInAt!.Value, one.IsLate, one.GradedAt) }).ToDictionaryAsync(one => one.PersonId, one => one.State, ct);
        var grades = await db.GradesVisibleTo(viewer).Where(one => one.ActivityId == activity.Id).ToDictionaryAsync(one => one.PersonId, ct);
        return new([.. students.Select((student, at) => new GradingPlace(at + 1, student.Id, student.Name, work.GetValueOrDefault(student.Id), grades.GetValueOrDefault(student.Id)))]);
    }
}
