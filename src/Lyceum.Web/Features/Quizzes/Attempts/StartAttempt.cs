using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Data.Quizzes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>Begins the next attempt, or goes on with the open one. The hand-in at its deadline is a job of the same transaction.</summary>
public sealed class StartAttempt(SchoolStore store, QuestionShelf shelf, IClock clock)
{
    public Task<Outcome<Attempt>> Run(Viewer viewer, Guid personId, Guid quizId, CancellationToken ct) => store.Write<Attempt>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        var activity = await db.ActivitiesVisibleTo(viewer with { IsStaff = false }).SingleOrDefaultAsync(activity => activity.Id == quizId, token);
        var quiz = await db.Quizzes.SingleOrDefaultAsync(quiz => quiz.ActivityId == quizId, token);
        if (activity is null || quiz is null || !await IsStudent(db, activity.CourseId, personId, token)) return Refusal.NotFound;

        var earlier = await db.Attempts.AsNoTracking().Where(attempt => attempt.QuizId == quizId && attempt.PersonId == personId).ToListAsync(token);
        if (earlier.Find(attempt => !attempt.IsHandedIn && !attempt.IsTimeUp(now)) is { } open) return open;
        foreach (var over in earlier.Where(attempt => !attempt.IsHandedIn)) await HandInFirst(db, over, now, token);
        var questions = await db.Questions.CountAsync(question => question.QuizId == quizId, token);
        var granted = await db.Accommodations.SingleOrDefaultAsync(one => one.CourseId == activity.CourseId && one.PersonId == personId, token) ?? Accommodation.For(activity.CourseId, personId);
        var begun = quiz.Begin(personId, activity.Window.DueLater(granted.DueLater), earlier, questions, granted.TimeFactor, now);
        if (begun.IsRefused) return begun;

        db.Attempts.Add(begun.Value);
        if (begun.Value.Deadline is { } deadline) db.Enqueue(QuizJob.HandIn(begun.Value, deadline, now));
        await Seen(db, activity, personId, now, token);
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

    private static Task<bool> IsStudent(SchoolDb db, Guid courseId, Guid personId, CancellationToken ct) => db.Enrollments.AnyAsync(enrollment =>
        enrollment.CourseId == courseId && enrollment.PersonId == personId && enrollment.State == EnrollmentState.Active && enrollment.Role == CourseRole.Student, ct);

    private static async Task Seen(SchoolDb db, Activity activity, Guid personId, Instant now, CancellationToken ct)
    {
        if (await db.Progress.AnyAsync(progress => progress.ActivityId == activity.Id && progress.PersonId == personId, ct)) return;
        db.Progress.Add(ActivityProgress.Begin(activity, personId, now));
    }
}
