using Lyceum.Data;
using Lyceum.Data.Quizzes;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>Writes what an attempt came to: the attempt, the grade and the progress, in the transaction of whoever marked it.</summary>
public static class KeepResult
{
    public static async Task Of(SchoolDb db, AttemptInHand held, Instant now, CancellationToken ct)
    {
        await db.KeepAttempt(held.Attempt, ct);
        await db.KeepQuizDone(held, now, ct);
        await Grade(db, held, now, ct);
    }

    /// <summary>Once its feedback shows, the grade shows too; until then a job waits for that instant.</summary>
    public static async Task Grade(SchoolDb db, AttemptInHand held, Instant now, CancellationToken ct)
    {
        if (held.Points is not { } points || QuizResult.Of(await Attempts(db, held, ct), held.Rules.GradeBy) is not { } result) return;
        var isShown = held.Rules.ShowsFeedback(held.Attempt, held.Window, now);
        decimal? score = result.IsFinal ? result.PointsOutOf(points) : null;
        await db.KeepQuizGrade(held, score, held.Window.IsLateAt(result.HandedInAt), isShown && result.IsFinal ? now : null, now, ct);
        if (isShown || held.Rules.FeedbackFrom(held.Attempt, held.Window) is not { } from) return;
        db.Enqueue(QuizJob.Release(held.Attempt, from, now));
        await db.SaveChangesAsync(ct);
    }

    private static async Task<List<Attempt>> Attempts(SchoolDb db, AttemptInHand held, CancellationToken ct)
    {
        var attempt = held.Attempt;
        if (held.Rules.AttemptsAllowed == 1) return [attempt];
        var others = await db.Attempts.AsNoTracking()
            .Where(other => other.QuizId == attempt.QuizId && other.PersonId == attempt.PersonId && other.Id != attempt.Id).ToListAsync(ct);
        return [.. others, attempt];
    }
}
