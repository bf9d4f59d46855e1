using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Readings;

/// <summary>Notes and highlights in readings, and questions that stand at a place of a reading.</summary>
[DbContext(typeof(SchoolDb))]
[Migration("2026112281_ReadingNotes")]
public sealed class M2026112281_ReadingNotes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("reading_notes", table => new
        {
            id = table.Column<Guid>(),
            activity_id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            passage = table.Column<string>(),
            text = table.Column<string>(),
            changed_at = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_reading_notes", note => note.id);
            table.ForeignKey("FK_reading_notes_activities", note => note.activity_id, "activities", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_reading_notes_people", note => note.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_reading_notes_activity_id_person_id", "reading_notes", ["activity_id", "person_id"]);
        migrationBuilder.CreateIndex("IX_reading_notes_person_id", "reading_notes", "person_id");
        migrationBuilder.AddColumn<string>("passage", "threads", nullable: true);
    }
}
