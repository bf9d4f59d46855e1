using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112303_RecordingConsents")]
public sealed class M2026112303_RecordingConsents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("recording_consents", table => new
        {
            course_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            agrees = table.Column<bool>(),
            text_version = table.Column<int>(),
            answered_at = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_recording_consents", consent => new { consent.course_id, consent.person_id });
            table.ForeignKey("FK_recording_consents_courses", consent => consent.course_id, "courses", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_recording_consents_people", consent => consent.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_recording_consents_person_id", "recording_consents", "person_id");
    }
}
