using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Data.Quizzes;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>A quiz as this viewer may see it. An activity whose quiz nobody has written yet has an empty one.</summary>
public sealed record QuizAccess(CourseAccess Access, Activity Activity, Quiz Quiz)
{
    public Course Course => Access.Course;
    public string Address => QuizAddress.Of(Course.Slug, Activity.Id);
}

/// <summary>The way into everything about a quiz.</summary>
public sealed class QuizDoor(SchoolDb db, CourseDoor courses)
{
    /// <summary>Null = not found for this viewer.</summary>
    public async Task<QuizAccess?> Open(string slug, Guid id, Viewer viewer, CancellationToken ct = default)
    {
        if (await courses.Open(slug, viewer, ct) is not { } access) return null;
        var activity = await db.ActivitiesVisibleTo(viewer)
            .SingleOrDefaultAsync(activity => activity.Id == id && activity.CourseId == access.Course.Id && activity.Kind == ActivityKind.Quiz, ct);
        if (activity is null) return null;
        return new QuizAccess(access, activity, await db.QuizzesVisibleTo(viewer).SingleOrDefaultAsync(quiz => quiz.ActivityId == id, ct) ?? Quiz.For(id));
    }

    public Task<List<Attempt>> Attempts(QuizAccess quiz, Viewer viewer, Guid personId, CancellationToken ct) =>
        db.AttemptsVisibleTo(viewer).Where(attempt => attempt.QuizId == quiz.Activity.Id && attempt.PersonId == personId)
            .OrderBy(attempt => attempt.Number).ToListAsync(ct);

    public Task<List<Question>> Questions(QuizAccess quiz, Viewer viewer, CancellationToken ct) =>
        db.QuestionsVisibleTo(viewer).Where(question => question.QuizId == quiz.Activity.Id)
            .OrderBy(question => question.Position).ThenBy(question => question.Id).ToListAsync(ct);
}
