using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Classes
{
    internal sealed class ClassFilmMapping : IEntityTypeConfiguration<ClassFilm>
    {
        public void Configure(EntityTypeBuilder<ClassFilm> builder)
        {
            builder.ToTable("class_films");
            builder.HasKey(film => film.ClassId);
            builder.Property(film => film.ClassId).ValueGeneratedNever();
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(film => film.ClassId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<ClassFilm> ClassFilms => Set<ClassFilm>();
    }
}
