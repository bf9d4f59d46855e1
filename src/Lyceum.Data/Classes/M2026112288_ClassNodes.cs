using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112288_ClassNodes")]
public sealed class M2026112288_ClassNodes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable("class_nodes", table => new
    {
        id = table.Column<string>(),
        alive_at = table.Column<long>(),
    }, constraints: table => table.PrimaryKey("PK_class_nodes", node => node.id));
}
