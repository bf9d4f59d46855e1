using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Schedule;

[DbContext(typeof(SchoolDb))]
[Migration("2026112285_PlanUndo")]
public sealed class M2026112285_PlanUndo : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("published", "class_plans", nullable: true);
        migrationBuilder.AddColumn<string>("before", "class_plans", nullable: true);
    }
}
