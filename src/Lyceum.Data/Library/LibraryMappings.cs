using Lyceum.Domain.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Library
{
    internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> builder)
        {
            builder.ToTable("files");
            builder.HasIndex(file => file.CourseId);
            builder.HasIndex(file => file.Hash);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<StoredFile> Files => Set<StoredFile>();
    }
}
