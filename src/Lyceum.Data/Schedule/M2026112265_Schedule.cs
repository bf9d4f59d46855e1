using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Schedule;

[DbContext(typeof(SchoolDb))]
[Migration("2026112265_Schedule")]
public sealed class M2026112265_Schedule : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("class_plans", table => new
        {
            id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            section_id = table.Column<Guid>(nullable: true),
            title = table.Column<string>(),
            days = table.Column<string>(),
            at = table.Column<string>(),
            minutes = table.Column<int>(),
            zone = table.Column<string>(),
            from = table.Column<string>(),
            weeks = table.Column<int>(),
            lobby_minutes = table.Column<int>(),
            exceptions = table.Column<string>(),
            changed_at = table.Column<long>(),
            published_at = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_class_plans", plan => plan.id);
            table.ForeignKey("FK_class_plans_courses", plan => plan.course_id, "courses", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_class_plans_course_id", "class_plans", "course_id");
    }
}
