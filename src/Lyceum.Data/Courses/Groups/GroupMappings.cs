using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Courses
{
    internal sealed class GroupSetMapping : IEntityTypeConfiguration<GroupSet>
    {
        public void Configure(EntityTypeBuilder<GroupSet> builder)
        {
            builder.ToTable("group_sets");
            builder.HasQueryFilter(set => set.RemovedAt == null);
            builder.Property(set => set.Id).ValueGeneratedNever();
            builder.HasIndex(set => set.CourseId);
            builder.HasOne<Course>().WithMany().HasForeignKey(set => set.CourseId);
        }
    }

    internal sealed class CourseGroupMapping : IEntityTypeConfiguration<CourseGroup>
    {
        public void Configure(EntityTypeBuilder<CourseGroup> builder)
        {
            builder.ToTable("course_groups");
            builder.HasQueryFilter(group => group.RemovedAt == null);
            builder.Property(group => group.Id).ValueGeneratedNever();
            builder.HasIndex(group => group.SetId);
            builder.HasOne<GroupSet>().WithMany().HasForeignKey(group => group.SetId);
        }
    }

    internal sealed class GroupMemberMapping : IEntityTypeConfiguration<GroupMember>
    {
        public void Configure(EntityTypeBuilder<GroupMember> builder)
        {
            builder.ToTable("group_members");
            builder.HasKey(member => new { member.SetId, member.PersonId });
            builder.HasIndex(member => member.GroupId);
            builder.HasIndex(member => member.PersonId);
            builder.HasOne<GroupSet>().WithMany().HasForeignKey(member => member.SetId);
            builder.HasOne<CourseGroup>().WithMany().HasForeignKey(member => member.GroupId);
            builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<GroupSet> GroupSets => Set<GroupSet>();
        public DbSet<CourseGroup> Groups => Set<CourseGroup>();
        public DbSet<GroupMember> GroupMembers => Set<GroupMember>();
    }
}
