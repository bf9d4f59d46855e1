using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Classes
{
    internal sealed class ClassNoteMapping : IEntityTypeConfiguration<ClassNote>
    {
        public void Configure(EntityTypeBuilder<ClassNote> builder)
        {
            builder.ToTable("class_notes");
            builder.HasKey(note => note.Id);
            builder.Property(note => note.Id).ValueGeneratedNever();
            builder.HasIndex(note => new { note.ClassId, note.PersonId });
            builder.HasIndex(note => note.PersonId);
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(note => note.ClassId);
            builder.HasOne<Person>().WithMany().HasForeignKey(note => note.PersonId);
        }
    }

    public static class ClassNoteVisibility
    {
        /// <summary>One's own, in the classes that one still sees; nobody sees those of another, staff neither.</summary>
        public static IQueryable<ClassNote> ClassNotesVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.ClassNotes.Where(note => note.PersonId == viewer.PersonId && db.ClassSessionsVisibleTo(viewer).Any(session => session.ActivityId == note.ClassId));
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<ClassNote> ClassNotes => Set<ClassNote>();
    }
}
