using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112297_ClassGuests")]
public sealed class M2026112297_ClassGuests : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("class_guests", table => new
        {
            id = table.Column<Guid>(),
            class_id = table.Column<Guid>(),
            name = table.Column<string>(),
            email = table.Column<string>(nullable: true),
            token_hash = table.Column<string>(),
            invited_by = table.Column<Guid>(),
            invited_at = table.Column<long>(),
            withdrawn_at = table.Column<long>(nullable: true),
            sees_replay = table.Column<bool>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_class_guests", guest => guest.id);
            table.ForeignKey("FK_class_guests_class_sessions", guest => guest.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_class_guests_token_hash", "class_guests", "token_hash", unique: true);
        migrationBuilder.CreateIndex("IX_class_guests_class_id", "class_guests", "class_id");
        migrationBuilder.CreateTable("guest_browsers", table => new
        {
            id = table.Column<Guid>(),
            guest_id = table.Column<Guid>(),
            device = table.Column<string>(),
            time_zone = table.Column<string>(),
            came_at = table.Column<long>(),
            is_first = table.Column<bool>(),
            ended_at = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_guest_browsers", browser => browser.id);
            table.ForeignKey("FK_guest_browsers_class_guests", browser => browser.guest_id, "class_guests", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_guest_browsers_guest_id", "guest_browsers", "guest_id");
    }
}
