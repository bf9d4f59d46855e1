using Lyceum.Data.Courses;
using Lyceum.Data.Storage;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Assignments
{
    internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
    {
        public void Configure(EntityTypeBuilder<Assignment> builder)
        {
            builder.ToTable("assignments");
            builder.HasKey(assignment => assignment.ActivityId);
            builder.Property(assignment => assignment.Instructions).AsJson();
            builder.Property(assignment => assignment.Rubric).AsJson();
            builder.HasOne<Activity>().WithOne().HasForeignKey<Assignment>(assignment => assignment.ActivityId);
        }
    }

    internal sealed class SubmissionMapping : IEntityTypeConfiguration<Submission>
    {
        public void Configure(EntityTypeBuilder<Submission> builder)
        {
            builder.ToTable("submissions");
            builder.Ignore(submission => submission.IsHandedIn);
            builder.Ignore(submission => submission.HasUnsentDraft);
            builder.Property(submission => submission.DraftFiles).AsJson();
            builder.Property(submission => submission.Files).AsJson();
            builder.Property(submission => submission.Marks).AsJson();
            builder.Property(submission => submission.GradingDraft).AsJson();
            builder.HasIndex(submission => new { submission.ActivityId, submission.PersonId }).IsUnique();
            builder.HasOne<Activity>().WithMany().HasForeignKey(submission => submission.ActivityId);
            builder.HasOne<Person>().WithMany().HasForeignKey(submission => submission.PersonId);
        }
    }

    public static class AssignmentVisibility
    {
        public static IQueryable<Assignment> AssignmentsVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.Assignments.Where(assignment => db.ActivitiesVisibleTo(viewer).Any(activity => activity.Id == assignment.ActivityId));

        /// <summary>One's own while one is in the course; everybody's where one grades, all for staff.</summary>
        public static IQueryable<Submission> SubmissionsVisibleTo(this SchoolDb db, Viewer viewer) =>
            viewer.IsStaff
                ? db.Submissions
                : db.Submissions.Where(submission => db.Enrollments.Any(enrollment =>
                    enrollment.CourseId == submission.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                    && (submission.PersonId == viewer.PersonId || enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant)));
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<Assignment> Assignments => Set<Assignment>();
        public DbSet<Submission> Submissions => Set<Submission>();
    }
}
