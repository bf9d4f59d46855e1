using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112309_CaptionFeeds")]
public sealed class M2026112309_CaptionFeeds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable("caption_feeds", table => new
    {
        class_id = table.Column<Guid>(),
        token_hash = table.Column<string>(),
        made_by = table.Column<Guid>(),
        made_at = table.Column<long>(),
    }, constraints: table =>
    {
        table.PrimaryKey("PK_caption_feeds", feed => feed.class_id);
        table.ForeignKey("FK_caption_feeds_class_sessions", feed => feed.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
    });
}
