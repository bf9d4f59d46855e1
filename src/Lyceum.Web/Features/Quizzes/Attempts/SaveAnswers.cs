using Lyceum.Data;
using Lyceum.Data.Quizzes;
using Lyceum.Domain;
using Lyceum.Domain.Quizzes;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>Whose attempt at which quiz.</summary>
public sealed record AttemptKey(string Slug, Guid QuizId, Guid PersonId, int Number);

/// <summary>Saves a burst of answers. When it returns, they are on the school's disk.</summary>
public sealed class SaveAnswers(SchoolStore store, QuestionShelf shelf, IClock clock)
{
    public Task<Outcome<AttemptInHand>> Run(AttemptKey key, IReadOnlyCollection<JournaledAnswer> burst, CancellationToken ct) => store.Write<AttemptInHand>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        if (await db.OwnAttempt(key.Slug, key.QuizId, key.PersonId, key.Number, token) is not { } held) return Refusal.NotFound;
        var before = held.Attempt.Sheet;
        if (held.Attempt.Save(burst, now) is { IsRefused: true } refused) return refused.Refusal!;
        if (ReferenceEquals(before, held.Attempt.Sheet)) return held;

        if (!held.Attempt.IsHandedIn) await db.KeepAttempt(held.Attempt, token);
        else await MarkLateArrivals(db, held, now, token);
        return held;
    }, ct);

    private async Task MarkLateArrivals(SchoolDb db, AttemptInHand held, Instant now, CancellationToken ct)
    {
        held.Attempt.Mark(await shelf.Questions(db, held, ct));
        await KeepResult.Of(db, held, now, ct);
    }
}
