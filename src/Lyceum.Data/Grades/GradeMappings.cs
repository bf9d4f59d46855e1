using Lyceum.Data.Storage;
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
            builder.HasIndex(grade => new { grade.PersonId, grade.CourseId });
            builder.HasIndex(grade => grade.CourseId, "IX_grades_waiting").HasFilter("needs_grading");
            builder.HasOne<Activity>().WithMany().HasForeignKey(grade => grade.ActivityId);
            builder.HasOne<Person>().WithMany().HasForeignKey(grade => grade.PersonId);
        }
    }

    internal sealed class GradePlanMapping : IEntityTypeConfiguration<GradePlan>
    {
        public void Configure(EntityTypeBuilder<GradePlan> builder)
        {
            builder.ToTable("grade_plans");
            builder.HasKey(plan => plan.CourseId);
            builder.Property(plan => plan.Categories).AsJson();
            builder.Property(plan => plan.Places).AsJson();
            builder.HasOne<Course>().WithOne().HasForeignKey<GradePlan>(plan => plan.CourseId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<Grade> Grades => Set<Grade>();
        public DbSet<GradePlan> GradePlans => Set<GradePlan>();
    }
}
