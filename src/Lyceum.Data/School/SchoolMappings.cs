using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.School
{
    internal sealed class JobMapping : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> builder)
        {
            builder.ToTable("jobs");
            builder.Ignore(job => job.IsOver);
            builder.HasIndex(job => new { job.DoneAt, job.RunAfter });
        }
    }

    internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("audit");
            builder.HasIndex(entry => entry.At);
        }
    }

    internal sealed class SchoolProfileMapping : IEntityTypeConfiguration<SchoolProfile>
    {
        public void Configure(EntityTypeBuilder<SchoolProfile> builder)
        {
            builder.ToTable("school");
            builder.Property(school => school.Id).ValueGeneratedNever();
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<Job> Jobs => Set<Job>();
        public DbSet<AuditEntry> Audit => Set<AuditEntry>();
        public DbSet<SchoolProfile> School => Set<SchoolProfile>();

        public void Enqueue(Job job) => Jobs.Add(job);
    }
}
