using Lyceum.Data.Courses;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;

namespace Lyceum.Data.Quizzes;

public static class QuizVisibility
{
    /// <summary>The quizzes of the activities that one sees.</summary>
    public static IQueryable<Quiz> QuizzesVisibleTo(this SchoolDb db, Viewer viewer) =>
        db.Quizzes.Where(quiz => db.ActivitiesVisibleTo(viewer).Any(activity => activity.Id == quiz.ActivityId));

    /// <summary>
    /// Questions with what is right about them. A page shows a student only the asking half, and that only to who has an attempt;
    /// those who teach the course, and staff, see them any time.
    /// </summary>
    public static IQueryable<Question> QuestionsVisibleTo(this SchoolDb db, Viewer viewer) =>
        db.Questions.Where(question =>
            db.Attempts.Any(attempt => attempt.QuizId == question.QuizId && attempt.PersonId == viewer.PersonId
                && db.ActivitiesVisibleTo(viewer).Any(activity => activity.Id == attempt.QuizId))
            || TaughtBy(db, viewer).Any(activity => activity.Id == question.QuizId));

    /// <summary>One's own attempts as long as one sees the quiz; everybody's where one grades, all for staff.</summary>
    public static IQueryable<Attempt> AttemptsVisibleTo(this SchoolDb db, Viewer viewer) =>
        db.Attempts.Where(attempt =>
            (attempt.PersonId == viewer.PersonId && db.ActivitiesVisibleTo(viewer).Any(activity => activity.Id == attempt.QuizId))
            || TaughtBy(db, viewer).Any(activity => activity.Id == attempt.QuizId));

    /// <summary>Who has more time, for those who teach the course and for staff.</summary>
    public static IQueryable<Accommodation> AccommodationsVisibleTo(this SchoolDb db, Viewer viewer) =>
        db.Accommodations.Where(accommodation => viewer.IsStaff || db.Enrollments.Any(enrollment =>
            enrollment.CourseId == accommodation.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
            && (enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant)));

    /// <summary>The quizzes whose content one may change: as an instructor of the course, or as staff.</summary>
    public static IQueryable<Activity> QuizzesEditableBy(this SchoolDb db, Viewer viewer) =>
        db.Activities.Where(activity => activity.Kind == ActivityKind.Quiz && (viewer.IsStaff || db.Enrollments.Any(enrollment =>
            enrollment.CourseId == activity.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
            && enrollment.Role == CourseRole.Instructor)));

    /// <summary>Attempts that one may mark: of the courses in which one teaches or assists, or all for staff.</summary>
    public static IQueryable<Attempt> AttemptsMarkableBy(this SchoolDb db, Viewer viewer) =>
        db.Attempts.Where(attempt => TaughtBy(db, viewer).Any(activity => activity.Id == attempt.QuizId));

    private static IQueryable<Activity> TaughtBy(SchoolDb db, Viewer viewer) =>
        db.Activities.Where(activity => viewer.IsStaff || db.Enrollments.Any(enrollment =>
            enrollment.CourseId == activity.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
            && (enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant)));
}
