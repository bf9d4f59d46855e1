using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Courses
{
    internal sealed class CourseMapping : IEntityTypeConfiguration<Course>
    {
        public void Configure(EntityTypeBuilder<Course> builder)
        {
            builder.ToTable("courses");
            builder.HasIndex(course => course.Slug).IsUnique();
        }
    }

    internal sealed class SectionMapping : IEntityTypeConfiguration<Section>
    {
        public void Configure(EntityTypeBuilder<Section> builder)
        {
            builder.ToTable("sections");
            builder.HasIndex(section => section.CourseId);
            builder.HasOne<Course>().WithMany().HasForeignKey(section => section.CourseId);
        }
    }

    internal sealed class ModuleMapping : IEntityTypeConfiguration<Module>
    {
        public void Configure(EntityTypeBuilder<Module> builder)
        {
            builder.ToTable("modules");
            builder.HasQueryFilter(module => module.RemovedAt == null);
            builder.HasIndex(module => module.CourseId);
            builder.HasOne<Course>().WithMany().HasForeignKey(module => module.CourseId);
        }
    }

    internal sealed class ActivityMapping : IEntityTypeConfiguration<Activity>
    {
        public void Configure(EntityTypeBuilder<Activity> builder)
        {
            builder.ToTable("activities");
            builder.HasQueryFilter(activity => activity.RemovedAt == null);
            builder.Ignore(activity => activity.Window);
            builder.HasIndex(activity => activity.CourseId);
            builder.HasIndex(activity => activity.ModuleId);
            builder.HasOne<Course>().WithMany().HasForeignKey(activity => activity.CourseId);
            builder.HasOne<Module>().WithMany().HasForeignKey(activity => activity.ModuleId);
        }
    }

    internal sealed class EnrollmentMapping : IEntityTypeConfiguration<Enrollment>
    {
        public void Configure(EntityTypeBuilder<Enrollment> builder)
        {
            builder.ToTable("enrollments");
            builder.Ignore(enrollment => enrollment.IsActive);
            builder.HasIndex(enrollment => new { enrollment.CourseId, enrollment.PersonId }).IsUnique();
            builder.HasIndex(enrollment => enrollment.PersonId);
            builder.HasOne<Course>().WithMany().HasForeignKey(enrollment => enrollment.CourseId);
            builder.HasOne<Person>().WithMany().HasForeignKey(enrollment => enrollment.PersonId);
        }
    }

    internal sealed class ActivityProgressMapping : IEntityTypeConfiguration<ActivityProgress>
    {
        public void Configure(EntityTypeBuilder<ActivityProgress> builder)
        {
            builder.ToTable("activity_progress");
            builder.HasKey(progress => new { progress.ActivityId, progress.PersonId });
            // Holds all that a course page says of its reader, so that the page does not look for each row.
            builder.HasIndex(progress => new { progress.PersonId, progress.CourseId, progress.ActivityId, progress.DoneAt, progress.FractionDone, progress.UnitsDone, progress.UnitsTotal })
                .HasDatabaseName("IX_activity_progress_own");
            builder.HasOne<Activity>().WithMany().HasForeignKey(progress => progress.ActivityId);
            builder.HasOne<Person>().WithMany().HasForeignKey(progress => progress.PersonId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<Course> Courses => Set<Course>();
        public DbSet<Section> Sections => Set<Section>();
        public DbSet<Module> Modules => Set<Module>();
        public DbSet<Activity> Activities => Set<Activity>();
        public DbSet<Enrollment> Enrollments => Set<Enrollment>();
        public DbSet<ActivityProgress> Progress => Set<ActivityProgress>();
    }
}
