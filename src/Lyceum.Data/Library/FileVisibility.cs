using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;

namespace Lyceum.Data.Library;

public static class FileVisibility
{
    /// <summary>One's own; those of one's courses; private ones there only for who teaches or grades, and slides also for those who present them; all for staff.</summary>
    public static IQueryable<StoredFile> FilesVisibleTo(this SchoolDb db, Viewer viewer) =>
        viewer.IsStaff
            ? db.Files
            : db.Files.Where(file =>
                (file.OwnerId == viewer.PersonId && file.CourseId == null)
                || db.Enrollments.Any(enrollment => enrollment.CourseId == file.CourseId && enrollment.PersonId == viewer.PersonId
                    && enrollment.State == EnrollmentState.Active
                    && (!file.IsPrivate || file.OwnerId == viewer.PersonId
                        || db.PresentationSlots.Any(slot => slot.DeckFileId == file.Id && db.SlotPresenters.Any(place => place.SlotId == slot.Id && place.PersonId == viewer.PersonId))
                        || enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant)));
}
