using Lyceum.Data.Storage;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Schedule;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Schedule
{
    internal sealed class ClassPlanMapping : IEntityTypeConfiguration<ClassPlan>
    {
        public void Configure(EntityTypeBuilder<ClassPlan> builder)
        {
            builder.ToTable("class_plans");
            builder.Property(plan => plan.Id).ValueGeneratedNever();
            builder.Property(plan => plan.Days).AsJson();
            builder.Property(plan => plan.Exceptions).AsJson();
            builder.Property(plan => plan.Published).AsJson();
            builder.Property(plan => plan.Before).AsJson();
            builder.HasIndex(plan => plan.CourseId);
            builder.HasOne<Course>().WithMany().HasForeignKey(plan => plan.CourseId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<ClassPlan> ClassPlans => Set<ClassPlan>();
    }
}
