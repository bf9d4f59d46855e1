using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Support;

[DbContext(typeof(SchoolDb))]
[Migration("2026112296_ConnectionChecks")]
public sealed class M2026112296_ConnectionChecks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("connection_checks", table => new
        {
            id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            at = table.Column<long>(),
            browser = table.Column<string>(),
            camera = table.Column<string>(),
            microphone = table.Column<string>(),
            speaker = table.Column<string>(),
            network = table.Column<string>(),
            relay = table.Column<string>(),
            camera_trouble = table.Column<string>(nullable: true),
            microphone_trouble = table.Column<string>(nullable: true),
            round_trip_ms = table.Column<int>(nullable: true),
            loss_percent = table.Column<double>(nullable: true),
            kbit_per_second = table.Column<int>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_connection_checks", check => check.id);
            table.ForeignKey("FK_connection_checks_people", check => check.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_connection_checks_at", "connection_checks", "at");
        migrationBuilder.CreateIndex("IX_connection_checks_person_id", "connection_checks", "person_id");
    }
}
