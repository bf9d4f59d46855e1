using Lyceum.Data;
using Lyceum.Data.Quizzes;
using Lyceum.Domain;
using Lyceum.Domain.School;
using Lyceum.Web.Features.School;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>The time is up: hands in what the school has. Finds nothing to do when the student was first.</summary>
public sealed class HandInAtDeadline(SchoolStore store, QuestionShelf shelf, IClock clock) : IJobHandler
{
    public string Kind => QuizJob.HandInKind;

    public Task Run(Job job, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        if (await db.AttemptInHand(QuizJob.AttemptOf(job), token) is not { Attempt.IsHandedIn: false } held) return new Done();
        held.Attempt.HandInAtDeadline(await shelf.Questions(db, held, token), now);
        if (held.Attempt.IsHandedIn) await KeepResult.Of(db, held, now, token);
        return new Done();
    }, ct);
}

/// <summary>The grade of an attempt shows from now on.</summary>
public sealed class ReleaseQuizGrade(SchoolStore store, IClock clock) : IJobHandler
{
    public string Kind => QuizJob.ReleaseKind;

    public Task Run(Job job, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        if (await db.AttemptInHand(QuizJob.AttemptOf(job), token) is { } held) await KeepResult.Grade(db, held, now, token);
        return new Done();
    }, ct);
}
