using Lyceum.Data.Storage;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Classes
{
    internal sealed class PresentationSlotMapping : IEntityTypeConfiguration<PresentationSlot>
    {
        public void Configure(EntityTypeBuilder<PresentationSlot> builder)
        {
            builder.ToTable("presentation_slots");
            builder.Property(slot => slot.Id).ValueGeneratedNever();
            builder.Property(slot => slot.Presenters).AsJson();
            builder.Property(slot => slot.Marks).AsJson();
            builder.Ignore(slot => slot.Deck);
            builder.HasIndex(slot => slot.ClassId);
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(slot => slot.ClassId);
        }
    }

    internal sealed class SlotPresenterMapping : IEntityTypeConfiguration<SlotPresenter>
    {
        public void Configure(EntityTypeBuilder<SlotPresenter> builder)
        {
            builder.ToTable("slot_presenters");
            builder.HasKey(place => new { place.SlotId, place.PersonId });
            builder.HasIndex(place => place.PersonId);
            builder.HasOne<PresentationSlot>().WithMany().HasForeignKey(place => place.SlotId);
            builder.HasOne<Person>().WithMany().HasForeignKey(place => place.PersonId);
        }
    }

    internal sealed class SlotFeedbackMapping : IEntityTypeConfiguration<SlotFeedback>
    {
        public void Configure(EntityTypeBuilder<SlotFeedback> builder)
        {
            builder.ToTable("slot_feedback");
            builder.HasKey(feedback => new { feedback.SlotId, feedback.PersonId });
            builder.Property(feedback => feedback.Marks).AsJson();
            builder.HasIndex(feedback => feedback.PersonId);
            builder.HasOne<PresentationSlot>().WithMany().HasForeignKey(feedback => feedback.SlotId);
            builder.HasOne<Person>().WithMany().HasForeignKey(feedback => feedback.PersonId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<PresentationSlot> PresentationSlots => Set<PresentationSlot>();
        public DbSet<SlotPresenter> SlotPresenters => Set<SlotPresenter>();
        public DbSet<SlotFeedback> SlotFeedback => Set<SlotFeedback>();
    }
}
