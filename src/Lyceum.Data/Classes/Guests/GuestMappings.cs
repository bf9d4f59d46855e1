using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Classes
{
    internal sealed class ClassGuestMapping : IEntityTypeConfiguration<ClassGuest>
    {
        public void Configure(EntityTypeBuilder<ClassGuest> builder)
        {
            builder.ToTable("class_guests");
            builder.Property(guest => guest.Id).ValueGeneratedNever();
            builder.HasIndex(guest => guest.TokenHash).IsUnique();
            builder.HasIndex(guest => guest.ClassId);
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(guest => guest.ClassId);
        }
    }

    internal sealed class GuestBrowserMapping : IEntityTypeConfiguration<GuestBrowser>
    {
        public void Configure(EntityTypeBuilder<GuestBrowser> builder)
        {
            builder.ToTable("guest_browsers");
            builder.Property(browser => browser.Id).ValueGeneratedNever();
            builder.HasIndex(browser => browser.GuestId);
            builder.HasOne<ClassGuest>().WithMany().HasForeignKey(browser => browser.GuestId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<ClassGuest> ClassGuests => Set<ClassGuest>();
        public DbSet<GuestBrowser> GuestBrowsers => Set<GuestBrowser>();
    }
}
