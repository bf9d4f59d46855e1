using System.Text.Json;
using Lyceum.Data.Quizzes;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Data.Tests.Quizzes;

/// <summary>What is read and written in SQL is what the mapper would read and write, on both databases.</summary>
public sealed class AttemptRowsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 17, 0);

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task An_attempt_read_in_SQL_is_the_one_that_was_kept(string kind)
    {
        await using var database = await Databases.Open(kind);
        var school = await QuizSchool.Found(database, Now);
        var held = await InAWrite(database, (db, ct) => db.OwnAttempt("statistics", school.Quiz.ActivityId, school.Mei, 1, ct));
        await using var db = database.Context();
        var mapped = await db.Attempts.SingleAsync(attempt => attempt.PersonId == school.Mei);
        Assert.Equal(JsonSerializer.Serialize(mapped), JsonSerializer.Serialize(held!.Attempt));
        Assert.Equal((school.Quiz.Rules, school.Quiz.Version, 10m, "statistics"), (held.Rules, held.QuizVersion, held.Points, held.Slug));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_finds_an_attempt_under_another_course_or_after_being_removed(string kind)
    {
        await using var database = await Databases.Open(kind);
        var school = await QuizSchool.Found(database, Now);
        Assert.Null(await InAWrite(database, (db, ct) => db.OwnAttempt("writing", school.Quiz.ActivityId, school.Mei, 1, ct)));
        Assert.Null(await InAWrite(database, (db, ct) => db.OwnAttempt("statistics", school.Quiz.ActivityId, school.Zofia, 1, ct)));
        Assert.Null(await InAWrite(database, (db, ct) => db.OwnAttempt("statistics", school.Quiz.ActivityId, school.Mei, 2, ct)));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_student_finds_the_quiz_to_begin_with_what_they_were_granted_and_nobody_else_does(string kind)
    {
        await using var database = await Databases.Open(kind);
        var school = await QuizSchool.Found(database, Now);
        Task<QuizToBegin?> Find(Guid person, string slug = "statistics") => InAWrite(database, (db, ct) => db.QuizToBegin(slug, school.Quiz.ActivityId, person, ct));
        await InAWrite(database, async (db, ct) =>
        {
            var course = await db.Courses.SingleAsync(ct);
            var granted = Accommodation.For(course.Id, school.Jonas);
            granted.GrantTime(1.5m);
            granted.MoveDeadlines(Duration.FromHours(2));
            db.Add(granted);
            return await db.SaveChangesAsync(ct);
        });

        var (mei, jonas) = ((await Find(school.Mei))!, (await Find(school.Jonas))!);
        Assert.Equal((school.Quiz.Rules, school.Quiz.Version, 2, 1, 1m), (mei.Quiz.Rules, mei.Quiz.Version, mei.Questions, mei.Attempts, mei.TimeFactor));
        Assert.Equal((0, 1.5m, false), (jonas.Attempts, jonas.TimeFactor, jonas.IsSeen));
        foreach (var other in new[] { school.Zofia, school.Amara, school.Elif, school.Ruth }) Assert.Null(await Find(other));
        Assert.Null(await Find(school.Jonas, "writing"));

        await InAWrite(database, (db, ct) => db.Activities.ExecuteUpdateAsync(set => set.SetProperty(activity => activity.IsPublished, false), ct));
        Assert.Null(await Find(school.Jonas));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Grade_and_progress_are_kept_once_and_a_grade_by_hand_stays(string kind)
    {
        await using var database = await Databases.Open(kind);
        var school = await QuizSchool.Found(database, Now);
        var later = Now + Duration.FromMinutes(9);
        async Task<Grade> Keep(decimal? score, Instant? released, Instant at)
        {
            await InAWrite(database, async (db, ct) =>
            {
                var held = await db.OwnAttempt("statistics", school.Quiz.ActivityId, school.Mei, 1, ct);
                await db.KeepAttempt(held!.Attempt, ct);
                await db.KeepQuizDone(held, at, ct);
                await db.KeepQuizGrade(held, score, true, released, at, ct);
                return held;
            });
            await using var db = database.Context();
            return await db.Grades.SingleAsync();
        }

        Assert.Equal((null, true, true, null), Told(await Keep(null, null, Now)));
        Assert.Equal((7.5m, false, true, Now), Told(await Keep(7.5m, Now, Now)));
        Assert.Equal((8m, false, true, Now), Told(await Keep(8, later, later)));
        await InAWrite<Grade?>(database, async (db, ct) =>
        {
            var grade = await db.Grades.SingleAsync(ct);
            grade.Override(3, 10, null, school.Amara, later);
            await db.SaveChangesAsync(ct);
            return grade;
        });
        Assert.Equal(3m, (await Keep(9, later, later)).Score);
        await using var after = database.Context();
        var progress = await after.Progress.SingleAsync();
        Assert.Equal((Now, 1d), (progress.DoneAt, progress.FractionDone));

        static (decimal?, bool, bool, Instant?) Told(Grade grade) => (grade.Score, grade.NeedsGrading, grade.IsLate, grade.ReleasedAt);
    }

    private static async Task<T> InAWrite<T>(TestDatabase database, Func<SchoolDb, CancellationToken, Task<T>> work)
    {
        T result = default!;
        await database.Store.Write<Done>(async (db, ct) =>
        {
            result = await work(db, ct);
            return new Done();
        });
        return result;
    }
}
