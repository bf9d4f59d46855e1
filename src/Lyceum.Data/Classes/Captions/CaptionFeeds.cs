using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Classes
{
    internal sealed class CaptionFeedMapping : IEntityTypeConfiguration<CaptionFeed>
    {
        public void Configure(EntityTypeBuilder<CaptionFeed> builder)
        {
            builder.ToTable("caption_feeds");
            builder.HasKey(feed => feed.ClassId);
            builder.Property(feed => feed.ClassId).ValueGeneratedNever();
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(feed => feed.ClassId);
        }
    }

    public static class CaptionFeedVisibility
    {
        /// <summary>Of the classes of the courses in which one teaches or assists; all for school staff.</summary>
        public static IQueryable<CaptionFeed> CaptionFeedsVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.CaptionFeeds.Where(feed => viewer.IsStaff || db.ClassSessions.Any(session => session.ActivityId == feed.ClassId && db.Enrollments.Any(enrollment =>
                enrollment.CourseId == session.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                && (enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant))));
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<CaptionFeed> CaptionFeeds => Set<CaptionFeed>();
    }
}
