using Lyceum.Domain.Accounts;
using Lyceum.Domain.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Support
{
    internal sealed class ConnectionCheckMapping : IEntityTypeConfiguration<ConnectionCheck>
    {
        public void Configure(EntityTypeBuilder<ConnectionCheck> builder)
        {
            builder.ToTable("connection_checks");
            builder.HasKey(check => check.Id);
            builder.Property(check => check.Id).ValueGeneratedNever();
            builder.HasIndex(check => check.At);
            builder.HasIndex(check => check.PersonId);
            builder.HasOne<Person>().WithMany().HasForeignKey(check => check.PersonId);
            builder.Ignore(check => check.HasTrouble);
        }
    }

    public static class ConnectionCheckVisibility
    {
        /// <summary>One's own; the school's staff see everybody's. Who teaches does not: it is no matter of the course.</summary>
        public static IQueryable<ConnectionCheck> ConnectionChecksVisibleTo(this SchoolDb db, Viewer viewer) =>
            db.ConnectionChecks.Where(check => viewer.IsStaff || check.PersonId == viewer.PersonId);
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<ConnectionCheck> ConnectionChecks => Set<ConnectionCheck>();
    }
}
