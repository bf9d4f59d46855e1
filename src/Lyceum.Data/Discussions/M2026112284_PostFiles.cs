using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Discussions;

/// <summary>Files that stand with a post.</summary>
[DbContext(typeof(SchoolDb))]
[Migration("2026112284_PostFiles")]
public sealed class M2026112284_PostFiles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("files", "posts", nullable: false, defaultValue: "[]");
}
