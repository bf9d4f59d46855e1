using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Classes
{
    internal sealed class SharedNotesMapping : IEntityTypeConfiguration<SharedNotes>
    {
        public void Configure(EntityTypeBuilder<SharedNotes> builder)
        {
            builder.ToTable("shared_notes");
            builder.HasKey(notes => notes.ClassId);
            builder.Property(notes => notes.ClassId).ValueGeneratedNever();
            builder.Ignore(notes => notes.ShouldMerge);
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(notes => notes.ClassId);
        }
    }

    internal sealed class SharedNoteUpdateMapping : IEntityTypeConfiguration<SharedNoteUpdate>
    {
        public void Configure(EntityTypeBuilder<SharedNoteUpdate> builder)
        {
            builder.ToTable("shared_note_updates");
            builder.HasKey(update => new { update.ClassId, update.Sequence });
            builder.Property(update => update.Sequence).ValueGeneratedNever();
            builder.HasOne<SharedNotes>().WithMany().HasForeignKey(update => update.ClassId);
        }
    }

    internal sealed class SharedNoteWriterMapping : IEntityTypeConfiguration<SharedNoteWriter>
    {
        public void Configure(EntityTypeBuilder<SharedNoteWriter> builder)
        {
            builder.ToTable("shared_note_writers");
            builder.HasKey(writer => new { writer.ClassId, writer.Client });
            builder.Property(writer => writer.Client).ValueGeneratedNever();
            builder.HasIndex(writer => writer.PersonId);
            builder.HasOne<SharedNotes>().WithMany().HasForeignKey(writer => writer.ClassId);
            builder.HasOne<Person>().WithMany().HasForeignKey(writer => writer.PersonId);
        }
    }

    public static class SharedNotesVisibility
    {
        /// <summary>Of the classes that one sees; what was taken out of the course, its staff alone.</summary>
        public static IQueryable<SharedNotes> SharedNotesVisibleTo(this SchoolDb db, Viewer viewer) =>
            from notes in db.SharedNotes
            join session in db.ClassSessionsVisibleTo(viewer) on notes.ClassId equals session.ActivityId
            where notes.TakenOutAt == null || viewer.IsStaff || db.Enrollments.Any(enrollment =>
                enrollment.CourseId == session.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == Domain.Courses.EnrollmentState.Active
                && (enrollment.Role == Domain.Courses.CourseRole.Instructor || enrollment.Role == Domain.Courses.CourseRole.Assistant))
            select notes;

        /// <summary>The updates of those, in the order in which they came.</summary>
        public static IQueryable<SharedNoteUpdate> SharedNoteUpdatesVisibleTo(this SchoolDb db, Viewer viewer, Guid classId) =>
            db.SharedNoteUpdates.Where(update => update.ClassId == classId && db.SharedNotesVisibleTo(viewer).Any(notes => notes.ClassId == classId)).OrderBy(update => update.Sequence);
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<SharedNotes> SharedNotes => Set<SharedNotes>();
        public DbSet<SharedNoteUpdate> SharedNoteUpdates => Set<SharedNoteUpdate>();
        public DbSet<SharedNoteWriter> SharedNoteWriters => Set<SharedNoteWriter>();
    }
}
