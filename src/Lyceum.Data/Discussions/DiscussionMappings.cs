using Lyceum.Data.Courses;
using Lyceum.Data.Storage;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Discussions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Data.Discussions
{
    internal sealed class DiscussionMapping : IEntityTypeConfiguration<Discussion>
    {
        public void Configure(EntityTypeBuilder<Discussion> builder)
        {
            builder.ToTable("discussions");
            builder.HasKey(discussion => discussion.ActivityId);
            builder.Property(discussion => discussion.Prompt).AsJson();
            builder.HasOne<Activity>().WithOne().HasForeignKey<Discussion>(discussion => discussion.ActivityId);
        }
    }

    internal sealed class ThreadMapping : IEntityTypeConfiguration<Thread>
    {
        public void Configure(EntityTypeBuilder<Thread> builder)
        {
            builder.ToTable("threads");
            builder.HasIndex(thread => new { thread.CourseId, thread.LastPostAt });
            builder.HasIndex(thread => thread.ActivityId);
            builder.Property(thread => thread.Passage).AsJson();
            builder.HasOne<Course>().WithMany().HasForeignKey(thread => thread.CourseId);
        }
    }

    internal sealed class PostMapping : IEntityTypeConfiguration<Post>
    {
        public void Configure(EntityTypeBuilder<Post> builder)
        {
            builder.ToTable("posts");
            builder.Ignore(post => post.IsRemoved);
            builder.Property(post => post.Files).AsJson();
            builder.HasIndex(post => new { post.ThreadId, post.CreatedAt });
            builder.HasOne<Thread>().WithMany().HasForeignKey(post => post.ThreadId);
        }
    }

    internal sealed class ThreadReaderMapping : IEntityTypeConfiguration<ThreadReader>
    {
        public void Configure(EntityTypeBuilder<ThreadReader> builder)
        {
            builder.ToTable("thread_readers");
            builder.HasKey(reader => new { reader.ThreadId, reader.PersonId });
            builder.HasOne<Thread>().WithMany().HasForeignKey(reader => reader.ThreadId);
            builder.HasOne<Person>().WithMany().HasForeignKey(reader => reader.PersonId);
        }
    }

    internal sealed class HelpfulMapping : IEntityTypeConfiguration<Helpful>
    {
        public void Configure(EntityTypeBuilder<Helpful> builder)
        {
            builder.ToTable("helpful_posts");
            builder.HasKey(helpful => new { helpful.PostId, helpful.PersonId });
            builder.HasOne<Post>().WithMany().HasForeignKey(helpful => helpful.PostId);
            builder.HasOne<Person>().WithMany().HasForeignKey(helpful => helpful.PersonId);
        }
    }

    public static class DiscussionVisibility
    {
        public static IQueryable<Discussion> DiscussionsVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.Discussions.Where(discussion => db.ActivitiesVisibleTo(viewer).Any(activity => activity.Id == discussion.ActivityId));

        /// <summary>
        /// The threads of one's courses; one of an activity only when the activity is one's to see, one that was taken out of a replay only where one teaches or grades.
        /// </summary>
        public static IQueryable<Thread> ThreadsVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.Threads.Where(thread => db.CoursesOpenTo(viewer).Any(course => course.Id == thread.CourseId)
                && (thread.ActivityId == null || db.ActivitiesVisibleTo(viewer).Any(activity => activity.Id == thread.ActivityId))
                && (thread.ClassActivityId == null || viewer.IsStaff || !db.ThreadsTakenOut().Any(gone => gone.Id == thread.Id) || db.Enrollments.Any(enrollment =>
                    enrollment.CourseId == thread.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                    && (enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant))));

        /// <summary>Those that go on from a question which is taken out of the replay of its class: with a stretch of it, or with what its author wrote. For as long as that stands.</summary>
        public static IQueryable<Thread> ThreadsTakenOut(this SchoolDb db) =>
            db.Threads.Where(thread => db.ReplayEdits.Any(edit => edit.ClassId == thread.ClassActivityId && edit.UndoneAt == null
                && ((edit.Kind == ReplayEditKind.Cut && thread.ClassOffsetMs >= edit.FromMs && thread.ClassOffsetMs < edit.UntilMs)
                    || (edit.Kind == ReplayEditKind.Words && edit.PersonId == thread.AuthorId))));

        public static IQueryable<Post> PostsVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.Posts.Where(post => db.ThreadsVisibleTo(viewer).Any(thread => thread.Id == post.ThreadId));
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<Discussion> Discussions => Set<Discussion>();
        public DbSet<Thread> Threads => Set<Thread>();
        public DbSet<Post> Posts => Set<Post>();
        public DbSet<ThreadReader> ThreadReaders => Set<ThreadReader>();
        public DbSet<Helpful> HelpfulPosts => Set<Helpful>();
    }
}
