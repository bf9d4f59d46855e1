using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Grades;

/// <summary>Weights and rules of gradebooks, and due dates that come later for one person.</summary>
[DbContext(typeof(SchoolDb))]
[Migration("2026112282_GradePlans")]
public sealed class M2026112282_GradePlans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("grade_plans", table => new
        {
            course_id = table.Column<Guid>(),
            categories = table.Column<string>(),
            places = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_grade_plans", plan => plan.course_id);
            table.ForeignKey("FK_grade_plans_courses", plan => plan.course_id, "courses", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.AddColumn<long>("due_later", "accommodations", nullable: false, defaultValue: 0L);
    }
}
