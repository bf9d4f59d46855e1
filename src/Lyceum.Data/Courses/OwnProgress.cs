using Lyceum.Data.Storage;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Data.Courses;

/// <summary>Where one person stands with one activity; a score only once it is released.</summary>
public sealed record OwnStanding(
    Guid ActivityId, bool IsSeen, bool IsDone, double Fraction, int? UnitsDone, int? UnitsTotal, GradeState? Grade = null, decimal? Score = null)
{
    /// <summary>What is done is done in full; how far it once was does not matter any more.</summary>
    internal static OwnStanding Done(Guid activityId) => new(activityId, true, true, 1, null, null);

    /// <summary>What is known of it already, or that it was never seen.</summary>
    internal static OwnStanding Known(Dictionary<Guid, OwnStanding> known, Guid activityId) =>
        known.GetValueOrDefault(activityId) ?? new(activityId, false, false, 0, null, null);
}

/// <summary>The only part of a course page that is the reader's own.</summary>
public static class OwnProgress
{
    private static readonly CompiledQuery<Func<SchoolDb, Guid, Guid, IAsyncEnumerable<ActivityProgress>>> Progress = new(() => EF.CompileAsyncQuery(
        (SchoolDb db, Guid courseId, Guid personId) => db.Progress.AsNoTracking().Where(one => one.CourseId == courseId && one.PersonId == personId)));

    private static readonly CompiledQuery<Func<SchoolDb, Guid, Guid, IAsyncEnumerable<Grade>>> Grades = new(() => EF.CompileAsyncQuery(
        (SchoolDb db, Guid courseId, Guid personId) =>
            db.Grades.AsNoTracking().Where(one => one.CourseId == courseId && one.PersonId == personId && one.ReleasedAt != null)));

    /// <summary>Two queries, however large the course is.</summary>
    public static async Task<Dictionary<Guid, OwnStanding>> OwnStandings(this SchoolDb db, Guid courseId, Guid personId, CancellationToken ct)
    {
        var standings = new Dictionary<Guid, OwnStanding>();
        await foreach (var one in Progress.On(db)(db, courseId, personId).WithCancellation(ct))
            standings[one.ActivityId] = one.DoneAt is not null
                ? OwnStanding.Done(one.ActivityId)
                : new(one.ActivityId, true, false, one.FractionDone, one.UnitsDone, one.UnitsTotal);
        await foreach (var grade in Grades.On(db)(db, courseId, personId).WithCancellation(ct))
        {
            standings[grade.ActivityId] = OwnStanding.Known(standings, grade.ActivityId) with { Grade = grade.State, Score = grade.Score };
        }
        return standings;
    }
}
