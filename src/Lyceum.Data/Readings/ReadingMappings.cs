using Lyceum.Data.Courses;
using Lyceum.Data.Storage;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Readings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Readings
{
    internal sealed class ReadingMapping : IEntityTypeConfiguration<Reading>
    {
        public void Configure(EntityTypeBuilder<Reading> builder)
        {
            builder.ToTable("readings");
            builder.HasKey(reading => reading.ActivityId);
            builder.Property(reading => reading.Body).AsJson();
            builder.Property(reading => reading.Attachments).AsJson();
            builder.HasOne<Activity>().WithOne().HasForeignKey<Reading>(reading => reading.ActivityId);
        }
    }

    public static class ReadingVisibility
    {
        public static IQueryable<Reading> ReadingsVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.Readings.Where(reading => db.ActivitiesVisibleTo(viewer).Any(activity => activity.Id == reading.ActivityId));
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<Reading> Readings => Set<Reading>();
    }
}
