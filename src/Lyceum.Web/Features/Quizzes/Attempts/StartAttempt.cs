using Lyceum.Data;
using Lyceum.Data.Quizzes;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>Begins the next attempt, or goes on with the open one. The hand-in at its deadline is a job of the same transaction.</summary>
public sealed class StartAttempt(SchoolStore store, QuestionShelf shelf, IClock clock)
{
    public Task<Outcome<Attempt>> Run(string slug, Guid quizId, Guid personId, CancellationToken ct) => store.Write<Attempt>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        if (await db.QuizToBegin(slug, quizId, personId, token) is not { } found) return Refusal.NotFound;
        var earlier = found.Attempts == 0 ? [] : await db.Attempts.AsNoTracking().Where(attempt => attempt.QuizId == quizId && attempt.PersonId == personId).ToListAsync(token);
        if (earlier.Find(attempt => !attempt.IsHandedIn && !attempt.IsTimeUp(now)) is { } open) return open;
        foreach (var over in earlier.Where(attempt => !attempt.IsHandedIn)) await HandInFirst(db, over, now, token);
        var begun = found.Quiz.Begin(personId, found.Window, earlier, found.Questions, found.TimeFactor, now);
        if (begun.IsRefused) return begun;

        db.Attempts.Add(begun.Value);
        if (begun.Value.Deadline is { } deadline) db.Enqueue(QuizJob.HandIn(begun.Value, deadline, now));
        if (!found.IsSeen) db.Progress.Add(ActivityProgress.Begin(quizId, found.CourseId, personId, now));
        await db.SaveChangesAsync(token);
        return begun;
    }, ct);

    /// <summary>A new attempt can be asked for in the second before the job of the old one runs.</summary>
    private async Task HandInFirst(SchoolDb db, Attempt over, Instant now, CancellationToken ct)
    {
        if (await db.AttemptInHand(over.Id, ct) is not { } held) return;
        var questions = await shelf.Questions(db, held, ct);
        over.HandInAtDeadline(questions, now);
        held.Attempt.HandInAtDeadline(questions, now);
        await KeepResult.Of(db, held, now, ct);
    }
}
