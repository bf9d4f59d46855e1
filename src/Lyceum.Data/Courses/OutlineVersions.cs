using Lyceum.Data.Courses;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Lectures;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        /// <summary>Whatever the outline of a course shows raises that course's version in the same save: nobody has to remember it.</summary>
        public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
        {
            var (courses, activities) = OutlineVersions.Raise(ChangeTracker);
            var renamed = OutlineVersions.Renamed(ChangeTracker);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (courses.Count + activities.Count + renamed.Count > 0)
            {
                var taught = Set<Enrollment>().Where(one => renamed.Contains(one.PersonId) && one.Role != CourseRole.Student).Select(one => one.CourseId);
                var filled = Set<Activity>().IgnoreQueryFilters().Where(one => activities.Contains(one.Id)).Select(one => one.CourseId);
                await Set<Course>().Where(course => courses.Contains(course.Id) || taught.Contains(course.Id) || filled.Contains(course.Id))
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
        private static readonly string[] HoursOfClass = [nameof(ClassSession.Starts), nameof(ClassSession.Ends), nameof(ClassSession.ReplayCountsUntil), nameof(ClassSession.SectionId)];

        /// <summary>Raises the version of each course that is loaded; gives the ids of the others whose outline changed, and of activities whose courses did.</summary>
        internal static (IReadOnlyCollection<Guid> Courses, IReadOnlyCollection<Guid> Activities) Raise(ChangeTracker changes)
        {
            var changed = changes.Entries().Where(IsChanged).ToList();
            var activities = changed.Select(ActivityOf).OfType<Guid>().ToHashSet();
            var touched = changed.Select(CourseOf).OfType<Guid>().ToHashSet();
            if (touched.Count == 0) return (touched, activities);
            foreach (var course in changes.Entries<Course>().Where(entry => touched.Remove(entry.Entity.Id)))
            {
                if (course.State is EntityState.Unchanged or EntityState.Modified && !course.Property(one => one.Version).IsModified) course.Entity.Touch();
            }
            return (touched, activities);
        }

        /// <summary>People whose name changed: it stands in the outlines of the courses that they teach.</summary>
        internal static IReadOnlyCollection<Guid> Renamed(ChangeTracker changes) =>
            [.. changes.Entries<Person>().Where(entry => entry.State == EntityState.Modified && entry.Property(person => person.Name).IsModified).Select(entry => entry.Entity.Id)];

        private static bool IsChanged(EntityEntry entry) => entry.State switch
        {
            EntityState.Added or EntityState.Deleted => true,
            EntityState.Modified => entry.Entity switch
            {
                // A class that runs keeps saying that it is alive; the outline shows its hours alone.
                ClassSession => HoursOfClass.Any(property => entry.Property(property).IsModified),
                Thread => entry.Property(nameof(Thread.PostCount)).IsModified,
                Question or ReplayWatch => false,
                _ => true,
            },
            _ => false,
        };

        private static Guid? CourseOf(EntityEntry entry) => entry.Entity switch
        {
            Module module => module.CourseId,
            Activity activity => activity.CourseId,
            Section section => section.CourseId,
            Enrollment enrollment => enrollment.CourseId,
            ClassSession session => session.CourseId,
            Thread { ActivityId: not null } thread => thread.CourseId,
            Lecture lecture => lecture.CourseId,
            _ => null,
        };

        /// <summary>Of what knows its activity alone.</summary>
        private static Guid? ActivityOf(EntityEntry entry) => entry.Entity switch
        {
            Quiz quiz => quiz.ActivityId,
            Question question => question.QuizId,
            ReplayWatch watch => watch.ClassId,
            _ => null,
        };
    }
}
