using Lyceum.Data.Courses;
using Lyceum.Data.Storage;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Lectures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Lectures
{
    internal sealed class LectureMapping : IEntityTypeConfiguration<Lecture>
    {
        public void Configure(EntityTypeBuilder<Lecture> builder)
        {
            builder.ToTable("lectures");
            builder.HasKey(lecture => lecture.ActivityId);
            builder.Property(lecture => lecture.Notes).AsJson();
            builder.Property(lecture => lecture.Chapters).AsJson();
            builder.HasOne<Activity>().WithOne().HasForeignKey<Lecture>(lecture => lecture.ActivityId);
        }
    }

    internal sealed class LectureWatchMapping : IEntityTypeConfiguration<LectureWatch>
    {
        public void Configure(EntityTypeBuilder<LectureWatch> builder)
        {
            builder.ToTable("lecture_watches");
            builder.HasKey(watch => new { watch.ActivityId, watch.PersonId });
            builder.Ignore(watch => watch.WatchedMs);
            builder.Property(watch => watch.Watched).AsJson();
            builder.HasOne<Activity>().WithMany().HasForeignKey(watch => watch.ActivityId);
            builder.HasOne<Person>().WithMany().HasForeignKey(watch => watch.PersonId);
        }
    }

    public static class LectureVisibility
    {
        public static IQueryable<Lecture> LecturesVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.Lectures.Where(lecture => db.ActivitiesVisibleTo(viewer).Any(activity => activity.Id == lecture.ActivityId));

        /// <summary>One's own; everybody's where one grades, all for staff.</summary>
        public static IQueryable<LectureWatch> LectureWatchesVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.LectureWatches.Where(watch => viewer.IsStaff || (watch.PersonId == viewer.PersonId && db.ActivitiesVisibleTo(viewer).Any(activity => activity.Id == watch.ActivityId))
                || db.Activities.Any(activity => activity.Id == watch.ActivityId && db.Enrollments.Any(enrollment =>
                    enrollment.CourseId == activity.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                    && (enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant))));
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<Lecture> Lectures => Set<Lecture>();
        public DbSet<LectureWatch> LectureWatches => Set<LectureWatch>();
    }
}
