using Lyceum.Data.Courses;
using Lyceum.Data.Storage;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Readings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Readings
{
    internal sealed class ReadingNoteMapping : IEntityTypeConfiguration<ReadingNote>
    {
        public void Configure(EntityTypeBuilder<ReadingNote> builder)
        {
            builder.ToTable("reading_notes");
            builder.Ignore(note => note.IsHighlight);
            builder.Property(note => note.Passage).AsJson();
            builder.HasIndex(note => new { note.ActivityId, note.PersonId });
            builder.HasOne<Activity>().WithMany().HasForeignKey(note => note.ActivityId);
            builder.HasOne<Person>().WithMany().HasForeignKey(note => note.PersonId);
        }
    }

    public static class ReadingNoteVisibility
    {
        /// <summary>One's own alone, as long as one sees the reading: not even staff read what somebody noted for themselves.</summary>
        public static IQueryable<ReadingNote> NotesVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.ReadingNotes.Where(note => note.PersonId == viewer.PersonId && db.ActivitiesVisibleTo(viewer).Any(activity => activity.Id == note.ActivityId));
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<ReadingNote> ReadingNotes => Set<ReadingNote>();
    }
}
