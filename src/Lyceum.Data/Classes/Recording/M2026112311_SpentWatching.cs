using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112311_SpentWatching")]
public sealed class M2026112311_SpentWatching : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<long>("spent_until", "replay_watches", nullable: true);
}
