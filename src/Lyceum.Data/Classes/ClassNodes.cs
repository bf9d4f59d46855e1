using Lyceum.Data.Classes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Lyceum.Data.Classes
{
    /// <summary>A process that holds classes open, and when it last said that it lives.</summary>
    public sealed class ClassNode
    {
        private ClassNode() { }

        public ClassNode(string id, Instant aliveAt) => (Id, AliveAt) = (id, aliveAt);

        public string Id { get; private set; } = "";
        public Instant AliveAt { get; private set; }
    }

    internal sealed class ClassNodeMapping : IEntityTypeConfiguration<ClassNode>
    {
        public void Configure(EntityTypeBuilder<ClassNode> builder)
        {
            builder.ToTable("class_nodes");
            builder.HasKey(node => node.Id);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<ClassNode> ClassNodes => Set<ClassNode>();
    }
}
