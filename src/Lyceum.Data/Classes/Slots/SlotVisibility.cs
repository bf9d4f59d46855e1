using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;

namespace Lyceum.Data.Classes;

public static class SlotVisibility
{
    /// <summary>The queues of the classes that one sees. Scores in them are for staff, and once they are released for those who presented: the page sees to it.</summary>
    public static IQueryable<PresentationSlot> PresentationSlotsVisibleTo(this SchoolDb db, Viewer viewer) =>
        db.PresentationSlots.Where(slot => db.ClassSessionsVisibleTo(viewer).Any(session => session.ActivityId == slot.ClassId));

    /// <summary>One's own; everybody's where one teaches or grades; all for school staff. What one's own presentation was told is read through the slot.</summary>
    public static IQueryable<SlotFeedback> SlotFeedbackVisibleTo(this SchoolDb db, Viewer viewer) =>
        db.SlotFeedback.Where(feedback => viewer.IsStaff || db.PresentationSlots.Any(slot => slot.Id == feedback.SlotId && db.Enrollments.Any(enrollment =>
            enrollment.CourseId == slot.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
            && (feedback.PersonId == viewer.PersonId || enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant))));
}
