using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112289_AttendanceCorrections")]
public sealed class M2026112289_AttendanceCorrections : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("attendance_corrections", table => new
        {
            class_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            minutes = table.Column<int>(),
            reason = table.Column<string>(),
            corrected_by = table.Column<Guid>(),
            corrected_at = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_attendance_corrections", correction => new { correction.class_id, correction.person_id });
            table.ForeignKey("FK_attendance_corrections_class_sessions", correction => correction.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_attendance_corrections_people", correction => correction.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_attendance_corrections_person_id", "attendance_corrections", "person_id");
    }
}
