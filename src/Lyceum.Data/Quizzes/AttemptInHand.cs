using System.Data.Common;
using System.Text.Json;
using Lyceum.Data.Storage;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using NodaTime;

namespace Lyceum.Data.Quizzes;

/// <summary>An attempt with what deciding about it needs, its window as it stands for its student; read inside the write that changes it.</summary>
public sealed record AttemptInHand(Attempt Attempt, QuizRules Rules, int QuizVersion, Guid CourseId, string Slug, decimal? Points, Window Window)
{
    internal const string Columns =
        """
        a.id, a.quiz_id, a.person_id, a.number, a.started_at, a.deadline, a.grace_until, a.time_factor, a.sheet, a.saved_at, a.handed_in_at, a.handed_in_by, a.marks,
        q.rules, q.version, c.id, c.slug, v.points, v.opens, v.due, v.closes, o.due_later
        """;

    internal static AttemptInHand Read(DbDataReader row) => new(
        Attempt.Stored(
            row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetInt32(3), At(row, 4)!.Value, At(row, 5), At(row, 6), row.GetDecimal(7),
            Json<AnswerSheet>(row, 8), At(row, 9), At(row, 10), row.IsDBNull(11) ? null : Enum.Parse<HandedInBy>(row.GetString(11)), Json<IReadOnlyList<AnswerMark>>(row, 12)),
        Json<QuizRules>(row, 13), row.GetInt32(14), row.GetGuid(15), row.GetString(16), row.IsDBNull(17) ? null : row.GetDecimal(17),
        new Window(At(row, 18), At(row, 19), At(row, 20)).DueLater(row.IsDBNull(21) ? Duration.Zero : Duration.FromTicks(row.GetInt64(21))));

    internal static Instant? At(DbDataReader row, int column) => row.IsDBNull(column) ? null : Instant.FromUnixTimeTicks(row.GetInt64(column));

    internal static T Json<T>(DbDataReader row, int column) => JsonSerializer.Deserialize<T>(row.GetString(column), Conventions.Json)!;
}
