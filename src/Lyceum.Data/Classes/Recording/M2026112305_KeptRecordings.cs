using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112305_KeptRecordings")]
public sealed class M2026112305_KeptRecordings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("recording_rules", table => new
        {
            course_id = table.Column<Guid>(),
            picture_days = table.Column<int>(nullable: true),
            media_days = table.Column<int>(nullable: true),
            all_days = table.Column<int>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_recording_rules", rule => rule.course_id));
        migrationBuilder.CreateTable("deleted_recordings", table => new
        {
            class_id = table.Column<Guid>(),
            part = table.Column<string>(),
            deleted_at = table.Column<long>(),
            deleted_by = table.Column<Guid>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_deleted_recordings", deleted => deleted.class_id);
            table.ForeignKey("FK_deleted_recordings_class_sessions", deleted => deleted.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
        });
    }
}
