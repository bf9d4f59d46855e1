using Lyceum.Data.Courses;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        /// <summary>Whatever the outline of a course shows raises that course's version in the same save: nobody has to remember it.</summary>
        public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
        {
            var elsewhere = OutlineVersions.Raise(ChangeTracker);
            var renamed = OutlineVersions.Renamed(ChangeTracker);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (elsewhere.Count + renamed.Count > 0)
            {
                var taught = Set<Enrollment>().Where(one => renamed.Contains(one.PersonId) && one.Role != CourseRole.Student).Select(one => one.CourseId);
                await Set<Course>().Where(course => elsewhere.Contains(course.Id) || taught.Contains(course.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(course => course.Version, course => course.Version + 1), cancellationToken);
            }
            return saved;
        }
    }
}

namespace Lyceum.Data.Courses
{
    internal static class OutlineVersions
    {
        private static readonly string[] HoursOfClass = [nameof(ClassSession.Starts), nameof(ClassSession.Ends), nameof(ClassSession.ReplayCountsUntil)];

        /// <summary>Raises the version of each course that is loaded; gives the ids of the others whose outline changed.</summary>
        internal static IReadOnlyCollection<Guid> Raise(ChangeTracker changes)
        {
            var touched = changes.Entries().Where(IsChanged).Select(CourseOf).OfType<Guid>().ToHashSet();
            if (touched.Count == 0) return touched;
            foreach (var course in changes.Entries<Course>().Where(entry => touched.Remove(entry.Entity.Id)))
            {
                if (course.State is EntityState.Unchanged or EntityState.Modified && !course.Property(one => one.Version).IsModified) course.Entity.Touch();
            }
            return touched;
        }

        /// <summary>People whose name changed: it stands in the outlines of the courses that they teach.</summary>
        internal static IReadOnlyCollection<Guid> Renamed(ChangeTracker changes) =>
            [.. changes.Entries<Person>().Where(entry => entry.State == EntityState.Modified && entry.Property(person => person.Name).IsModified).Select(entry => entry.Entity.Id)];

        private static bool IsChanged(EntityEntry entry) => entry.State switch
        {
            EntityState.Added or EntityState.Deleted => true,
            // A class that runs keeps saying that it is alive; the outline shows its hours alone.
            EntityState.Modified => entry.Entity is not ClassSession || HoursOfClass.Any(property => entry.Property(property).IsModified),
            _ => false,
        };

        private static Guid? CourseOf(EntityEntry entry) => entry.Entity switch
        {
            Module module => module.CourseId,
            Activity activity => activity.CourseId,
            Section section => section.CourseId,
            Enrollment enrollment => enrollment.CourseId,
            ClassSession session => session.CourseId,
            _ => null,
        };
    }
}
