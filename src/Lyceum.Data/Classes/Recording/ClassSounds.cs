using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Classes
{
    internal sealed class ClassSoundMapping : IEntityTypeConfiguration<ClassSound>
    {
        public void Configure(EntityTypeBuilder<ClassSound> builder)
        {
            builder.ToTable("class_sounds");
            builder.HasKey(sound => sound.ClassId);
            builder.Property(sound => sound.ClassId).ValueGeneratedNever();
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(sound => sound.ClassId);
        }
    }

    internal sealed class PodcastFeedMapping : IEntityTypeConfiguration<PodcastFeed>
    {
        public void Configure(EntityTypeBuilder<PodcastFeed> builder)
        {
            builder.ToTable("podcast_feeds");
            builder.HasKey(feed => new { feed.CourseId, feed.PersonId });
            builder.HasIndex(feed => feed.PersonId);
            builder.HasIndex(feed => feed.Secret).IsUnique();
            builder.HasOne<Course>().WithMany().HasForeignKey(feed => feed.CourseId);
            builder.HasOne<Person>().WithMany().HasForeignKey(feed => feed.PersonId);
        }
    }

    public static class ClassSoundVisibility
    {
        /// <summary>One's own.</summary>
        public static IQueryable<PodcastFeed> PodcastFeedsVisibleTo(this SchoolDb db, Viewer viewer) => db.PodcastFeeds.Where(feed => feed.PersonId == viewer.PersonId);

        /// <summary>What a sound of this class has to be made with; it changes with every edit.</summary>
        public static async Task<string> EditsVersion(this SchoolDb db, Guid classId, CancellationToken ct) =>
            $"{await db.ReplayEdits.CountAsync(e => e.ClassId == classId, ct)}-{await db.ReplayEdits.CountAsync(e => e.ClassId == classId && e.UndoneAt != null, ct)}";
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<ClassSound> ClassSounds => Set<ClassSound>();
        public DbSet<PodcastFeed> PodcastFeeds => Set<PodcastFeed>();
    }
}
