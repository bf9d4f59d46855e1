using Lyceum.Data.Storage;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Imports
{
    internal sealed class ImportMapping : IEntityTypeConfiguration<Import>
    {
        public void Configure(EntityTypeBuilder<Import> builder)
        {
            builder.ToTable("imports");
            builder.Property(import => import.Id).ValueGeneratedNever();
            builder.Property(import => import.Report).AsJson();
            builder.Ignore(import => import.Refused);
            builder.Ignore(import => import.IsOver);
            builder.HasIndex(import => import.CourseId);
            builder.HasIndex(import => import.AskedBy);
            builder.HasOne<Course>().WithMany().HasForeignKey(import => import.CourseId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Person>().WithMany().HasForeignKey(import => import.AskedBy);
        }
    }

    internal sealed class ImportItemMapping : IEntityTypeConfiguration<ImportItem>
    {
        public void Configure(EntityTypeBuilder<ImportItem> builder)
        {
            builder.ToTable("import_items");
            builder.HasKey(item => new { item.CourseId, item.Source, item.Kind, item.ForeignId });
            builder.HasOne<Course>().WithMany().HasForeignKey(item => item.CourseId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<Import> Imports => Set<Import>();
        public DbSet<ImportItem> ImportItems => Set<ImportItem>();
    }
}
