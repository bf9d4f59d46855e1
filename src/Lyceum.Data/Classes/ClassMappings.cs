using Lyceum.Data.Classes;
using Lyceum.Data.Storage;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Classes
{
    internal sealed class ClassSessionMapping : IEntityTypeConfiguration<ClassSession>
    {
        public void Configure(EntityTypeBuilder<ClassSession> builder)
        {
            builder.ToTable("class_sessions");
            builder.HasKey(session => session.ActivityId);
            builder.Property(session => session.ActivityId).ValueGeneratedNever();
            builder.Property(session => session.Credit).AsJson();
            builder.Property(session => session.Polls).AsJson();
            builder.Property(session => session.Segments).AsJson();
            builder.Ignore(session => session.Deck);
            builder.Ignore(session => session.HasEnded);
            builder.HasIndex(session => new { session.CourseId, session.Starts });
            builder.HasIndex(session => new { session.PlanId, session.PlanDate }).IsUnique();
            builder.HasOne<Activity>().WithMany().HasForeignKey(session => session.ActivityId);
        }
    }

    internal sealed class ClassEventMapping : IEntityTypeConfiguration<StoredClassEvent>
    {
        public void Configure(EntityTypeBuilder<StoredClassEvent> builder)
        {
            builder.ToTable("class_events");
            builder.HasKey(logged => new { logged.ClassId, logged.Sequence });
            builder.Property(logged => logged.Sequence).ValueGeneratedNever();
            builder.HasIndex(logged => new { logged.ClassId, logged.Key }).IsUnique();
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(logged => logged.ClassId);
        }
    }

    internal sealed class ClassSnapshotMapping : IEntityTypeConfiguration<ClassSnapshot>
    {
        public void Configure(EntityTypeBuilder<ClassSnapshot> builder)
        {
            builder.ToTable("class_snapshots");
            builder.HasKey(snapshot => snapshot.ClassId);
            builder.Property(snapshot => snapshot.ClassId).ValueGeneratedNever();
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(snapshot => snapshot.ClassId);
        }
    }

    internal sealed class ReplayWatchMapping : IEntityTypeConfiguration<ReplayWatch>
    {
        public void Configure(EntityTypeBuilder<ReplayWatch> builder)
        {
            builder.ToTable("replay_watches");
            builder.HasKey(watch => new { watch.ClassId, watch.PersonId });
            builder.Property(watch => watch.Intervals).AsJson();
            builder.Ignore(watch => watch.Watched);
            builder.HasIndex(watch => watch.PersonId);
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(watch => watch.ClassId);
            builder.HasOne<Person>().WithMany().HasForeignKey(watch => watch.PersonId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<ClassSession> ClassSessions => Set<ClassSession>();
        public DbSet<StoredClassEvent> ClassEvents => Set<StoredClassEvent>();
        public DbSet<ClassSnapshot> ClassSnapshots => Set<ClassSnapshot>();
        public DbSet<ReplayWatch> ReplayWatches => Set<ReplayWatch>();
    }
}
