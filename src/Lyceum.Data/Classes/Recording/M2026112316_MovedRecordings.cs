using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112316_MovedRecordings")]
public sealed class M2026112316_MovedRecordings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable("moved_recordings", table => new
    {
        class_id = table.Column<Guid>(),
        file = table.Column<string>(),
        bytes = table.Column<long>(),
        moved_at = table.Column<long>(),
    }, constraints: table =>
    {
        table.PrimaryKey("PK_moved_recordings", moved => new { moved.class_id, moved.file });
        table.ForeignKey("FK_moved_recordings_class_sessions", moved => moved.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
    });
}
