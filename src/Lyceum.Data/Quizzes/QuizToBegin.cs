using System.Data.Common;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using NodaTime;

namespace Lyceum.Data.Quizzes;

/// <summary>A quiz as it stands for a student who begins, with how many questions it has, how many attempts they made, and whether they were here before.</summary>
public sealed record QuizToBegin(Quiz Quiz, Guid CourseId, Window Window, decimal TimeFactor, int Questions, int Attempts, bool IsSeen)
{
    internal static QuizToBegin Read(DbDataReader row, Guid quizId) => new(
        Quiz.Stored(quizId, AttemptInHand.Json<QuizRules>(row, 4), row.GetInt32(5)), row.GetGuid(0),
        new Window(AttemptInHand.At(row, 1), AttemptInHand.At(row, 2), AttemptInHand.At(row, 3)).DueLater(row.IsDBNull(6) ? Duration.Zero : Duration.FromTicks(row.GetInt64(6))),
        row.IsDBNull(7) ? 1 : row.GetDecimal(7), (int)row.GetInt64(9), (int)row.GetInt64(10), row.GetInt64(11) > 0);
}
