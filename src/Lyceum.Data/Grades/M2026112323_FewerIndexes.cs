using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Grades;

/// <summary>An index that a hand-in writes lies on a page of its own for each student. One by student and course serves both questions; a whole course is asked by its activities.</summary>
[DbContext(typeof(SchoolDb))]
[Migration("2026112323_FewerIndexes")]
public sealed class M2026112323_FewerIndexes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_activity_progress_person_id", "activity_progress");
        migrationBuilder.DropIndex("IX_activity_progress_own", "activity_progress");
        migrationBuilder.CreateIndex(
            "IX_activity_progress_own", "activity_progress",
            ["person_id", "course_id", "activity_id", "done_at", "fraction_done", "units_done", "units_total"]);
        migrationBuilder.DropIndex("IX_grades_person_id", "grades");
        migrationBuilder.DropIndex("IX_grades_course_id_person_id", "grades");
        migrationBuilder.CreateIndex("IX_grades_person_id_course_id", "grades", ["person_id", "course_id"]);
        migrationBuilder.CreateIndex("IX_grades_waiting", "grades", "course_id", filter: "needs_grading");
    }
}
