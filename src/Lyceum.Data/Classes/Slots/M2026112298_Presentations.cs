using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112298_Presentations")]
public sealed class M2026112298_Presentations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("presentation_slots", table => new
        {
            id = table.Column<Guid>(),
            class_id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            position = table.Column<int>(),
            title = table.Column<string>(),
            presenters = table.Column<string>(),
            minutes = table.Column<int>(),
            deck_file_id = table.Column<Guid>(nullable: true),
            deck_name = table.Column<string>(nullable: true),
            assignment_id = table.Column<Guid>(nullable: true),
            marks = table.Column<string>(),
            score = table.Column<decimal>(nullable: true, precision: 14, scale: 4),
            comment = table.Column<string>(),
            released_at = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_presentation_slots", slot => slot.id);
            table.ForeignKey("FK_presentation_slots_class_sessions", slot => slot.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_presentation_slots_class_id", "presentation_slots", "class_id");
        migrationBuilder.CreateTable("slot_feedback", table => new
        {
            slot_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            text = table.Column<string>(),
            marks = table.Column<string>(),
            given_at = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_slot_feedback", feedback => new { feedback.slot_id, feedback.person_id });
            table.ForeignKey("FK_slot_feedback_presentation_slots", feedback => feedback.slot_id, "presentation_slots", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_slot_feedback_people", feedback => feedback.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_slot_feedback_person_id", "slot_feedback", "person_id");
    }
}
