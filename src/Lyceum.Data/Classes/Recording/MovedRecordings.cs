using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Classes
{
    internal sealed class MovedRecordingMapping : IEntityTypeConfiguration<MovedRecording>
    {
        public void Configure(EntityTypeBuilder<MovedRecording> builder)
        {
            builder.ToTable("moved_recordings");
            builder.HasKey(moved => new { moved.ClassId, moved.File });
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(moved => moved.ClassId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<MovedRecording> MovedRecordings => Set<MovedRecording>();
    }
}
