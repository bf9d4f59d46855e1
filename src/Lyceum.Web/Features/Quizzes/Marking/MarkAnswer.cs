using Lyceum.Data;
using Lyceum.Data.Quizzes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>A person marks an answer; when it was the last one that waited, the grade is final and its student is told.</summary>
public sealed class MarkAnswer(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Run(Viewer viewer, Guid marker, Guid attemptId, Guid questionId, decimal points, string? comment, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        if (!await db.AttemptsMarkableBy(viewer).AnyAsync(attempt => attempt.Id == attemptId, token)) return Refusal.NotFound;
        if (await db.AttemptInHand(attemptId, token) is not { } held) return Refusal.NotFound;
        var waited = held.Attempt.NeedsHand;
        var marked = held.Attempt.MarkByHand(questionId, points, comment, marker, now);
        if (marked.IsRefused) return marked;
        await KeepResult.Of(db, held, now, token);
        if (!waited || held.Attempt.NeedsHand) return marked;
        var title = await db.Activities.Where(activity => activity.Id == held.Attempt.QuizId).Select(activity => activity.Title).SingleAsync(token);
        db.Notifications.Add(Notification.New(held.Attempt.PersonId, "Your answers in {0} are marked", [title],
            QuizAddress.Result(held.Slug, held.Attempt.QuizId, held.Attempt.Number), now, held.CourseId, marker));
        await db.SaveChangesAsync(token);
        return marked;
    }, ct);
}
