using Lyceum.Domain.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Accounts
{
    internal static class AccountMappings
    {
        public static void Apply(ModelBuilder builder)
        {
            builder.Entity<Account>().ToTable("accounts");
            builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
            builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
            builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
            builder.Entity<IdentityUserPasskey<Guid>>().ToTable("account_passkeys").OwnsOne(passkey => passkey.Data).ToJson("data");
        }
    }

    internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.ToTable("people");
            builder.HasIndex(person => person.Email).IsUnique();
        }
    }

    internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.ToTable("sessions");
            builder.HasIndex(session => session.PersonId);
            builder.HasOne<Person>().WithMany().HasForeignKey(session => session.PersonId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<Person> People => Set<Person>();
        public DbSet<Session> Sessions => Set<Session>();
    }
}
