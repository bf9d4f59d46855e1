using Lyceum.Data;
using Lyceum.Data.Quizzes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>What marking again changed.</summary>
public sealed record MarkedAgain(int Attempts, int Rise, int Fall);

/// <summary>Marks every attempt that was handed in by the questions as they stand now. What a person marked stays.</summary>
public sealed class MarkAgain(SchoolStore store, QuestionShelf shelf, IClock clock)
{
    public Task<Outcome<MarkedAgain>> Run(Viewer viewer, Guid quizId, CancellationToken ct) => store.Write<MarkedAgain>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        var handedIn = await db.AttemptsMarkableBy(viewer).AsNoTracking().Where(attempt => attempt.QuizId == quizId && attempt.HandedInAt != null)
            .OrderBy(attempt => attempt.Number).Select(attempt => attempt.Id).ToListAsync(token);
        var (rise, fall) = (0, 0);
        foreach (var attemptId in handedIn)
        {
            if (await db.AttemptInHand(attemptId, token) is not { } held) continue;
            var before = held.Attempt.Points;
            held.Attempt.Mark(await shelf.Questions(db, held, token));
            if (held.Attempt.Points > before) rise++;
            if (held.Attempt.Points < before) fall++;
            await KeepResult.Of(db, held, now, token);
        }
        var activity = await db.Activities.SingleOrDefaultAsync(one => one.Id == quizId, token);
        if (handedIn.Count > 0 && activity is not null)
        {
            db.Audit.Add(AuditEntry.New("QuizMarkedAgain", viewer.PersonId, null, activity.CourseId, $"{activity.Title}: {handedIn.Count} attempts, {rise} rise, {fall} fall", now));
            await db.SaveChangesAsync(token);
        }
        return new MarkedAgain(handedIn.Count, rise, fall);
    }, ct);
}
