using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Grades
{
    internal sealed class GradeMapping : IEntityTypeConfiguration<Grade>
    {
        public void Configure(EntityTypeBuilder<Grade> builder)
        {
            builder.ToTable("grades");
            builder.HasKey(grade => new { grade.ActivityId, grade.PersonId });
            builder.Ignore(grade => grade.IsReleased);
            builder.HasIndex(grade => new { grade.CourseId, grade.PersonId });
            builder.HasOne<Activity>().WithMany().HasForeignKey(grade => grade.ActivityId);
            builder.HasOne<Person>().WithMany().HasForeignKey(grade => grade.PersonId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<Grade> Grades => Set<Grade>();
    }
}
