using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Assignments;

[DbContext(typeof(SchoolDb))]
[Migration("2026112240_Assignments")]
public sealed class M2026112240_Assignments : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("assignments", table => new
        {
            activity_id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            instructions = table.Column<string>(),
            takes_text = table.Column<bool>(),
            takes_files = table.Column<bool>(),
            late = table.Column<string>(),
            late_percent_aday = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_assignments", assignment => assignment.activity_id);
            table.ForeignKey("FK_assignments_activities", assignment => assignment.activity_id, "activities", "id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("submissions", table => new
        {
            id = table.Column<Guid>(),
            activity_id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            draft_text = table.Column<string>(),
            draft_files = table.Column<string>(),
            draft_saved_at = table.Column<long>(),
            draft_version = table.Column<int>(),
            text = table.Column<string>(),
            files = table.Column<string>(),
            handed_in_at = table.Column<long>(nullable: true),
            times_handed_in = table.Column<int>(),
            is_late = table.Column<bool>(),
            days_late = table.Column<int>(),
            feedback = table.Column<string>(),
            graded_at = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_submissions", submission => submission.id);
            table.ForeignKey("FK_submissions_activities", submission => submission.activity_id, "activities", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_submissions_people", submission => submission.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_submissions_activity_id_person_id", "submissions", ["activity_id", "person_id"], unique: true);
        migrationBuilder.CreateIndex("IX_submissions_person_id", "submissions", "person_id");
    }
}
