using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Classes
{
    internal sealed class RecordingConsentMapping : IEntityTypeConfiguration<RecordingConsent>
    {
        public void Configure(EntityTypeBuilder<RecordingConsent> builder)
        {
            builder.ToTable("recording_consents");
            builder.HasKey(consent => new { consent.CourseId, consent.PersonId });
            builder.HasIndex(consent => consent.PersonId);
            builder.HasOne<Course>().WithMany().HasForeignKey(consent => consent.CourseId);
            builder.HasOne<Person>().WithMany().HasForeignKey(consent => consent.PersonId);
        }
    }

    public static class RecordingConsentVisibility
    {
        /// <summary>One's own; whether the others may be recorded their microphone shows.</summary>
        public static IQueryable<RecordingConsent> RecordingConsentsVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.RecordingConsents.Where(consent => consent.PersonId == viewer.PersonId);

        /// <summary>Who agrees, to the text as it is now, to be recorded in a course.</summary>
        public static IQueryable<RecordingConsent> AgreedIn(this SchoolDb db, Guid courseId) =>
            db.RecordingConsents.Where(consent => consent.CourseId == courseId && consent.Agrees && consent.TextVersion == RecordingConsent.CurrentText);
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<RecordingConsent> RecordingConsents => Set<RecordingConsent>();
    }
}
