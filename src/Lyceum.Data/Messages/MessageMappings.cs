using Lyceum.Data.Storage;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Messages
{
    internal sealed class MailMapping : IEntityTypeConfiguration<Mail>
    {
        public void Configure(EntityTypeBuilder<Mail> builder)
        {
            builder.ToTable("mails");
            builder.HasIndex(mail => new { mail.SentAt, mail.SendAfter });
        }
    }

    internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
    {
        public void Configure(EntityTypeBuilder<Notification> builder)
        {
            builder.ToTable("notifications");
            builder.Property(notification => notification.Arguments).AsJson();
            builder.HasIndex(notification => new { notification.PersonId, notification.CreatedAt });
            builder.HasOne<Person>().WithMany().HasForeignKey(notification => notification.PersonId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<Mail> Mails => Set<Mail>();
        public DbSet<Notification> Notifications => Set<Notification>();
    }
}
