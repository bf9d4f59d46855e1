using Lyceum.Data;
using Lyceum.Data.Quizzes;
using Lyceum.Domain;
using Lyceum.Domain.Quizzes;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>
/// Hands in, with whatever answers the device still had. Asked again it changes nothing and says the same. Answers that come too late are
/// left out and do not hold up the hand-in: the receipt says what was taken.
/// </summary>
public sealed class HandInAttempt(SchoolStore store, QuestionShelf shelf, IClock clock)
{
    public Task<Outcome<AttemptInHand>> Run(AttemptKey key, IReadOnlyCollection<JournaledAnswer> last, CancellationToken ct) => store.Write<AttemptInHand>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        if (await db.OwnAttempt(key.Slug, key.QuizId, key.PersonId, key.Number, token) is not { } held) return Refusal.NotFound;
        if (held.Attempt.IsSealed(now)) return held;
        if (held.Attempt.Save(last, now) is { Refusal: { Kind: RefusalKind.Invalid } fault }) return fault;
        held.Attempt.HandIn(await shelf.Questions(db, held, token), now);
        await KeepResult.Of(db, held, now, token);
        return held;
    }, ct);
}
