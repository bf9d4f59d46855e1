using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Courses;

[DbContext(typeof(SchoolDb))]
[Migration("2026112290_OwnProgress")]
public sealed class M2026112290_OwnProgress : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_activity_progress_course_id_person_id", "activity_progress");
        migrationBuilder.CreateIndex(
            "IX_activity_progress_own", "activity_progress",
            ["course_id", "person_id", "activity_id", "done_at", "fraction_done", "units_done", "units_total"]);
    }
}
