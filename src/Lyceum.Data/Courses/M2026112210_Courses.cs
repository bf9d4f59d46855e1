using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Courses;

[DbContext(typeof(SchoolDb))]
[Migration("2026112210_Courses")]
public sealed class M2026112210_Courses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("removed_at", "modules", nullable: true);
        migrationBuilder.AddColumn<long>("removed_at", "activities", nullable: true);
        migrationBuilder.AddColumn<bool>("has_left", "enrollments", nullable: false, defaultValue: false);
    }
}
