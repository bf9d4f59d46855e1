using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Readings;

/// <summary>Readings, and lectures with what was watched of them.</summary>
[DbContext(typeof(SchoolDb))]
[Migration("2026112230_Readings")]
public sealed class M2026112230_Readings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("readings", table => new
        {
            activity_id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            body = table.Column<string>(),
            attachments = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_readings", reading => reading.activity_id);
            table.ForeignKey("FK_readings_activities", reading => reading.activity_id, "activities", "id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("lectures", table => new
        {
            activity_id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            media_file_id = table.Column<Guid>(nullable: true),
            captions_file_id = table.Column<Guid>(nullable: true),
            duration = table.Column<double>(),
            is_video = table.Column<bool>(),
            notes = table.Column<string>(),
            chapters = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_lectures", lecture => lecture.activity_id);
            table.ForeignKey("FK_lectures_activities", lecture => lecture.activity_id, "activities", "id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("lecture_watches", table => new
        {
            activity_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            position = table.Column<double>(),
            watched = table.Column<string>(),
            began_at = table.Column<long>(),
            reported_at = table.Column<long>(),
            claimed_ms = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_lecture_watches", watch => new { watch.activity_id, watch.person_id });
            table.ForeignKey("FK_lecture_watches_activities", watch => watch.activity_id, "activities", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_lecture_watches_people", watch => watch.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_lecture_watches_person_id", "lecture_watches", "person_id");
    }
}
