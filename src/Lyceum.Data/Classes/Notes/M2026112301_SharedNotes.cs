using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112301_SharedNotes")]
public sealed class M2026112301_SharedNotes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("shared_notes", table => new
        {
            class_id = table.Column<Guid>(),
            through = table.Column<long>(),
            letters = table.Column<int>(),
            loose = table.Column<int>(),
            changed_at = table.Column<long>(),
            taken_out_at = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_shared_notes", notes => notes.class_id);
            table.ForeignKey("FK_shared_notes_class_sessions", notes => notes.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("shared_note_updates", table => new
        {
            class_id = table.Column<Guid>(),
            sequence = table.Column<long>(),
            content = table.Column<byte[]>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_shared_note_updates", update => new { update.class_id, update.sequence });
            table.ForeignKey("FK_shared_note_updates_shared_notes", update => update.class_id, "shared_notes", "class_id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("shared_note_writers", table => new
        {
            class_id = table.Column<Guid>(),
            client = table.Column<long>(),
            person_id = table.Column<Guid>(),
            written = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_shared_note_writers", writer => new { writer.class_id, writer.client });
            table.ForeignKey("FK_shared_note_writers_shared_notes", writer => writer.class_id, "shared_notes", "class_id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_shared_note_writers_people", writer => writer.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_shared_note_writers_person_id", "shared_note_writers", "person_id");
    }
}
