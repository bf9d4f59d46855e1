using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Classes
{
    internal sealed class AttendanceCorrectionMapping : IEntityTypeConfiguration<AttendanceCorrection>
    {
        public void Configure(EntityTypeBuilder<AttendanceCorrection> builder)
        {
            builder.ToTable("attendance_corrections");
            builder.HasKey(correction => new { correction.ClassId, correction.PersonId });
            builder.Ignore(correction => correction.There);
            builder.HasIndex(correction => correction.PersonId);
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(correction => correction.ClassId);
            builder.HasOne<Person>().WithMany().HasForeignKey(correction => correction.PersonId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<AttendanceCorrection> AttendanceCorrections => Set<AttendanceCorrection>();
    }
}
