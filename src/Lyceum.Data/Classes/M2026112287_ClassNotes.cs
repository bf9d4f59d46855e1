using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112287_ClassNotes")]
public sealed class M2026112287_ClassNotes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("class_notes", table => new
        {
            id = table.Column<Guid>(),
            class_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            offset_ms = table.Column<long>(),
            text = table.Column<string>(),
            written_at = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_class_notes", note => note.id);
            table.ForeignKey("FK_class_notes_class_sessions", note => note.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_class_notes_people", note => note.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_class_notes_class_id_person_id", "class_notes", ["class_id", "person_id"]);
        migrationBuilder.CreateIndex("IX_class_notes_person_id", "class_notes", "person_id");
    }
}
