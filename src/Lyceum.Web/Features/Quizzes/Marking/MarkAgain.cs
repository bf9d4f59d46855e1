using Lyceum.Data;
using Lyceum.Data.Quizzes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>Marks every attempt that was handed in by the questions as they stand now. What a person marked stays.</summary>
public sealed class MarkAgain(SchoolStore store, QuestionShelf shelf, IClock clock)
{
    public Task<Outcome<Done>> Run(Viewer viewer, Guid quizId, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        var handedIn = await db.AttemptsMarkableBy(viewer).AsNoTracking().Where(attempt => attempt.QuizId == quizId && attempt.HandedInAt != null)
            .OrderBy(attempt => attempt.Number).Select(attempt => attempt.Id).ToListAsync(token);
        foreach (var attemptId in handedIn)
        {
            if (await db.AttemptInHand(attemptId, token) is not { } held) continue;
            held.Attempt.Mark(await shelf.Questions(db, held, token));
            await KeepResult.Of(db, held, now, token);
        }
        return new Done();
    }, ct);
}
