using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112313_Lessons")]
public sealed class M2026112313_Lessons : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("is_lesson", "class_sessions", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<Guid>("lesson_of", "class_sessions", nullable: true);
    }
}
