using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112306_ClassSounds")]
public sealed class M2026112306_ClassSounds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("class_sounds", table => new
        {
            class_id = table.Column<Guid>(),
            state = table.Column<string>(),
            percent = table.Column<int>(),
            version = table.Column<string>(),
            bytes = table.Column<long>(),
            asked_at = table.Column<long>(),
            leased_until = table.Column<long>(nullable: true),
            trouble = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_class_sounds", sound => sound.class_id);
            table.ForeignKey("FK_class_sounds_class_sessions", sound => sound.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("podcast_feeds", table => new
        {
            course_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            secret = table.Column<string>(),
            made_at = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_podcast_feeds", feed => new { feed.course_id, feed.person_id });
            table.ForeignKey("FK_podcast_feeds_courses", feed => feed.course_id, "courses", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_podcast_feeds_people", feed => feed.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_podcast_feeds_person_id", "podcast_feeds", "person_id");
        migrationBuilder.CreateIndex("IX_podcast_feeds_secret", "podcast_feeds", "secret", unique: true);
    }
}
