using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Lyceum.Data.Storage;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace Lyceum.Data.Quizzes;

/// <summary>
/// The rows that a rush of hand-ins writes, in SQL: change tracking costs more than all the rest of a hand-in together.
/// The same statements run on SQLite and PostgreSQL.
/// </summary>
public static class AttemptRows
{
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Commands = [];

    private const string From =
        " FROM attempts a JOIN quizzes q ON q.activity_id = a.quiz_id JOIN activities v ON v.id = a.quiz_id JOIN courses c ON c.id = v.course_id"
        + " LEFT JOIN accommodations o ON o.course_id = v.course_id AND o.person_id = a.person_id ";

    private const string Own = "SELECT " + Quizzes.AttemptInHand.Columns + From
        + "WHERE a.quiz_id = @quiz_id AND a.person_id = @person_id AND a.number = @number "
        + "AND EXISTS (SELECT 1 FROM enrollments e WHERE e.course_id = c.id AND e.person_id = a.person_id AND e.state = 'Active')";

    // The rule of ActivitiesVisibleTo, for students alone.
    private const string ToBegin =
        """
        SELECT v.course_id, v.opens, v.due, v.closes, q.rules, q.version, o.due_later, o.time_factor, c.slug,
            (SELECT count(*) FROM questions n WHERE n.quiz_id = v.id),
            (SELECT count(*) FROM attempts a WHERE a.quiz_id = v.id AND a.person_id = e.person_id),
            (SELECT count(*) FROM activity_progress p WHERE p.activity_id = v.id AND p.person_id = e.person_id)
        FROM activities v JOIN quizzes q ON q.activity_id = v.id JOIN courses c ON c.id = v.course_id
        JOIN enrollments e ON e.course_id = v.course_id AND e.person_id = @person_id
        LEFT JOIN accommodations o ON o.course_id = v.course_id AND o.person_id = e.person_id
        WHERE v.id = @quiz_id AND v.removed_at IS NULL AND v.is_published AND c.is_published AND e.state = 'Active' AND e.role = 'Student'
        """;

    private const string ById = "SELECT " + Quizzes.AttemptInHand.Columns + From + "WHERE a.id = @id";

    /// <summary>
    /// One's own attempt as long as one is in the course; null otherwise. Whether the quiz is still published does not matter:
    /// what was begun can be finished.
    /// </summary>
    public static async Task<AttemptInHand?> OwnAttempt(this SchoolDb db, string slug, Guid quizId, Guid personId, int number, CancellationToken ct)
    {
        // The slug is compared here: in the statement it makes the planner walk every activity of the course.
        var held = await db.ReadOne(Own, ct, ("quiz_id", quizId), ("person_id", personId), ("number", number));
        return held?.Slug == slug ? held : null;
    }

    /// <summary>What decides whether a student may begin; null for whoever is no student of this course, or may not see the quiz.</summary>
    public static async Task<QuizToBegin?> QuizToBegin(this SchoolDb db, string slug, Guid quizId, Guid personId, CancellationToken ct)
    {
        await using var rows = await db.Command(ToBegin, [("quiz_id", quizId), ("person_id", personId)]).ExecuteReaderAsync(ct);
        return await rows.ReadAsync(ct) && rows.GetString(8) == slug ? Quizzes.QuizToBegin.Read(rows, quizId) : null;
    }

    /// <summary>For jobs, which ask for nobody, and for markers, whose right to it has been asked for already.</summary>
    public static Task<AttemptInHand?> AttemptInHand(this SchoolDb db, Guid attemptId, CancellationToken ct) => db.ReadOne(ById, ct, ("id", attemptId));

    public static Task KeepAttempt(this SchoolDb db, Attempt attempt, CancellationToken ct) => db.Execute(
        """
        UPDATE attempts SET sheet = @sheet, saved_at = @saved_at, handed_in_at = @handed_in_at, handed_in_by = @handed_in_by, marks = @marks
        WHERE id = @id
        """, ct,
        ("id", attempt.Id), ("sheet", JsonSerializer.Serialize(attempt.Sheet, Conventions.Json)), ("saved_at", Ticks(attempt.SavedAt)),
        ("handed_in_at", Ticks(attempt.HandedInAt)), ("handed_in_by", attempt.HandedInBy?.ToString()),
        ("marks", JsonSerializer.Serialize(attempt.Marks, Conventions.Json)));

    /// <summary>The grade as the quiz computes it. What was set by hand stays, and what was released stays released: the rules of <see cref="Domain.Grades.Grade"/>.</summary>
    public static Task KeepQuizGrade(this SchoolDb db, AttemptInHand held, decimal? score, bool isLate, Instant? releasedAt, Instant now, CancellationToken ct) => db.Execute(
        """
        INSERT INTO grades (activity_id, person_id, course_id, state, score, is_late, needs_grading, released_at, is_by_hand, changed_at)
        VALUES (@activity_id, @person_id, @course_id, 'Scored', @score, @is_late, @needs_grading, @released_at, @is_by_hand, @changed_at)
        ON CONFLICT (activity_id, person_id) DO UPDATE SET state = excluded.state, score = excluded.score, is_late = excluded.is_late,
            needs_grading = excluded.needs_grading, released_at = coalesce(grades.released_at, excluded.released_at), changed_at = excluded.changed_at
        WHERE NOT grades.is_by_hand
        """, ct,
        ("activity_id", held.Attempt.QuizId), ("person_id", held.Attempt.PersonId), ("course_id", held.CourseId), ("score", score), ("is_late", isLate),
        ("needs_grading", score is null), ("released_at", Ticks(releasedAt)), ("is_by_hand", false), ("changed_at", now.ToUnixTimeTicks()));

    /// <summary>The quiz counts as done from the first hand-in on.</summary>
    public static Task KeepQuizDone(this SchoolDb db, AttemptInHand held, Instant now, CancellationToken ct) => db.Execute(
        """
        INSERT INTO activity_progress (activity_id, person_id, course_id, first_seen_at, last_seen_at, done_at, fraction_done, units_done, units_total)
        VALUES (@activity_id, @person_id, @course_id, @started_at, @now, @now, 1, @units_total, @units_total)
        ON CONFLICT (activity_id, person_id) DO UPDATE SET done_at = coalesce(activity_progress.done_at, excluded.done_at), fraction_done = 1,
            last_seen_at = excluded.last_seen_at, units_done = excluded.units_done, units_total = excluded.units_total
        """, ct,
        ("activity_id", held.Attempt.QuizId), ("person_id", held.Attempt.PersonId), ("course_id", held.CourseId),
        ("started_at", held.Attempt.StartedAt.ToUnixTimeTicks()), ("now", now.ToUnixTimeTicks()), ("units_total", held.Attempt.Marks.Count));

    private static object? Ticks(Instant? at) => at?.ToUnixTimeTicks();

    private static async Task<AttemptInHand?> ReadOne(this SchoolDb db, string sql, CancellationToken ct, params (string Name, object? Value)[] parameters)
    {
        await using var rows = await db.Command(sql, parameters).ExecuteReaderAsync(ct);
        return await rows.ReadAsync(ct) ? Quizzes.AttemptInHand.Read(rows) : null;
    }

    private static Task Execute(this SchoolDb db, string sql, CancellationToken ct, params (string Name, object? Value)[] parameters) =>
        db.Command(sql, parameters).ExecuteNonQueryAsync(ct);

    // A command keeps its prepared statement. The one writer of SQLite has one connection for good, so it prepares each statement once;
    // a connection to PostgreSQL is an object of its own each time and takes its commands with it.
    private static DbCommand Command(this SchoolDb db, string sql, (string Name, object? Value)[] parameters)
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State != System.Data.ConnectionState.Open) throw new InvalidOperationException("Attempts are read and written so inside SchoolStore.Write only.");
        var known = Commands.GetValue(connection, static _ => []);
        if (!known.TryGetValue(sql, out var command)) known[sql] = command = connection.CreateCommand();
        if (command.CommandText != sql) command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < parameters.Length; i++)
        {
            if (i == command.Parameters.Count) command.Parameters.Add(Named(command, parameters[i].Name));
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        }
        return command;
    }

    private static DbParameter Named(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        return parameter;
    }
}
