using Lyceum.Data.Storage;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Classes
{
    internal sealed class ReplayEditMapping : IEntityTypeConfiguration<ReplayEdit>
    {
        public void Configure(EntityTypeBuilder<ReplayEdit> builder)
        {
            builder.ToTable("replay_edits");
            builder.HasKey(edit => edit.Id);
            builder.Property(edit => edit.Id).ValueGeneratedNever();
            builder.HasIndex(edit => edit.ClassId);
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(edit => edit.ClassId);
        }
    }

    internal sealed class ReplayTermsMapping : IEntityTypeConfiguration<ReplayTerms>
    {
        public void Configure(EntityTypeBuilder<ReplayTerms> builder)
        {
            builder.ToTable("replay_terms");
            builder.HasKey(terms => terms.ClassId);
            builder.Property(terms => terms.ClassId).ValueGeneratedNever();
            builder.Property(terms => terms.BySection).AsJson();
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(terms => terms.ClassId);
        }
    }

    internal sealed class RemovalRequestMapping : IEntityTypeConfiguration<RemovalRequest>
    {
        public void Configure(EntityTypeBuilder<RemovalRequest> builder)
        {
            builder.ToTable("removal_requests");
            builder.HasKey(request => request.Id);
            builder.Property(request => request.Id).ValueGeneratedNever();
            builder.HasIndex(request => request.ClassId);
            builder.HasIndex(request => request.PersonId);
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(request => request.ClassId);
            builder.HasOne<Person>().WithMany().HasForeignKey(request => request.PersonId);
        }
    }

    public static class ReplayEditVisibility
    {
        /// <summary>What holds for every reader of a class; who edited what is for staff, whose page asks for that.</summary>
        public static IQueryable<ReplayEdit> StandingEditsOf(this SchoolDb db, Guid classId) => db.ReplayEdits.Where(edit => edit.ClassId == classId && edit.UndoneAt == null);

        /// <summary>Those of the courses in which one teaches or grades; all for the school's staff.</summary>
        public static IQueryable<ReplayEdit> ReplayEditsVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.ReplayEdits.Where(edit => viewer.IsStaff || db.ClassSessions.Any(session => session.ActivityId == edit.ClassId && db.Enrollments.Any(enrollment =>
                enrollment.CourseId == session.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                && (enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant))));

        /// <summary>One's own, and all where one teaches or grades.</summary>
        public static IQueryable<RemovalRequest> RemovalRequestsVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.RemovalRequests.Where(request => request.PersonId == viewer.PersonId || viewer.IsStaff || db.ClassSessions.Any(session => session.ActivityId == request.ClassId
                && db.Enrollments.Any(enrollment => enrollment.CourseId == session.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                    && (enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant))));
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<ReplayEdit> ReplayEdits => Set<ReplayEdit>();
        public DbSet<ReplayTerms> ReplayTerms => Set<ReplayTerms>();
        public DbSet<RemovalRequest> RemovalRequests => Set<RemovalRequest>();
    }
}
