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
/// <summary><paramref name="Week"/> is the number of its module, from 1 in the order of the course.</summary>
public sealed record QuizAccess(CourseAccess Access, Activity Activity, Quiz Quiz, int Week)
{
    public Course Course => Access.Course;
    /// <summary>As it stands for this viewer.</summary>
    public Window Window => Activity.Window.DueLater(Access.DueLater);
    public string Address => QuizAddress.Of(Course.Slug, Activity.Id);
}

/// <summary>The way into everything about a quiz.</summary>
public sealed class QuizDoor(SchoolDb db, CourseDoor courses)
{
    /// <summary>Null = not found for this viewer.</summary>
    public async Task<QuizAccess?> Open(string slug, Guid id, Viewer viewer, CancellationToken ct = default)
    {
        if (await courses.Open(slug, viewer, ct) is not { } access) return null;
        var row = await (from activity in db.ActivitiesVisibleTo(viewer)
                         join module in db.Modules on activity.ModuleId equals module.Id
                         where activity.Id == id && activity.CourseId == access.Course.Id && activity.Kind == ActivityKind.Quiz
                         select new { activity, Before = db.Modules.Count(other => other.CourseId == module.CourseId && other.Position < module.Position) }).SingleOrDefaultAsync(ct);
        if (row is null) return null;
        return new QuizAccess(access, row.activity, await db.QuizzesVisibleTo(viewer).SingleOrDefaultAsync(quiz => quiz.ActivityId == id, ct) ?? Quiz.For(id), row.Before + 1);
    }

    public Task<List<Attempt>> Attempts(QuizAccess quiz, Viewer viewer, Guid personId, CancellationToken ct) =>
        db.AttemptsVisibleTo(viewer).Where(attempt => attempt.QuizId == quiz.Activity.Id && attempt.PersonId == personId)
            .OrderBy(attempt => attempt.Number).ToListAsync(ct);

    public Task<List<Question>> Questions(QuizAccess quiz, Viewer viewer, CancellationToken ct) =>
        db.QuestionsVisibleTo(viewer).Where(question => question.QuizId == quiz.Activity.Id)
            .OrderBy(question => question.Position).ThenBy(question => question.Id).ToListAsync(ct);
}
