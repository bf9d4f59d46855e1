using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Data.Quizzes;
using Lyceum.Data.Storage;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

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
public sealed class QuizDoor(SchoolDb db, CourseDoor courses, QuestionShelf shelf)
{
    // All of a class asks this at once when an exam begins: one query, compiled. Its rule is that of ActivitiesVisibleTo for members.
    private static readonly CompiledQuery<Func<SchoolDb, string, Guid, Guid?, Task<Row?>>> FindLast = new(() => EF.CompileAsyncQuery((SchoolDb db, string slug, Guid quizId, Guid? me) =>
        (from attempt in db.Attempts.AsNoTracking()
         join quiz in db.Quizzes on attempt.QuizId equals quiz.ActivityId
         join activity in db.Activities on attempt.QuizId equals activity.Id
         join course in db.Courses on activity.CourseId equals course.Id
         join module in db.Modules on activity.ModuleId equals module.Id
         join place in db.Enrollments on new { activity.CourseId, attempt.PersonId } equals new { place.CourseId, place.PersonId }
         join accommodation in db.Accommodations on new { activity.CourseId, attempt.PersonId } equals new { accommodation.CourseId, accommodation.PersonId } into granted
         from grant in granted.DefaultIfEmpty()
         where attempt.QuizId == quizId && attempt.PersonId == me && course.Slug == slug && place.State == EnrollmentState.Active
               && (place.Role == CourseRole.Instructor || place.Role == CourseRole.Assistant || (activity.IsPublished && course.IsPublished))
         orderby attempt.Number descending
         select new Row(attempt, quiz, activity, course, place.Role, place.SectionId, grant == null ? null : grant.DueLater,
             db.Modules.Count(other => other.CourseId == module.CourseId && other.Position < module.Position))).FirstOrDefault()));

    /// <summary>The viewer's own newest attempt with its quiz; null when they have none, or may not see it.</summary>
    public async Task<(QuizAccess Quiz, Attempt Attempt)?> LastAttempt(string slug, Guid id, Viewer viewer, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (await FindLast.On(db)(db, slug, id, viewer.PersonId) is not { } row) return null;
        var access = new CourseAccess(row.Course, row.Role, row.SectionId, viewer.IsStaff) { DueLater = row.DueLater ?? Duration.Zero };
        return (new QuizAccess(access, row.Activity, row.Quiz, row.Before + 1), row.Attempt);
    }

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

    /// <summary>For who has an attempt at this quiz.</summary>
    public Task<IReadOnlyList<Question>> QuestionsToAnswer(QuizAccess quiz, CancellationToken ct) => shelf.Questions(db, quiz.Activity.Id, quiz.Quiz.Version, ct);

    private sealed record Row(Attempt Attempt, Quiz Quiz, Activity Activity, Course Course, CourseRole Role, Guid? SectionId, Duration? DueLater, int Before);
}
