using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Imports;

[DbContext(typeof(SchoolDb))]
[Migration("2026112270_Imports")]
public sealed class M2026112270_Imports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Imports(migrationBuilder);
        Items(migrationBuilder);
    }

    private static void Imports(MigrationBuilder migration)
    {
        migration.CreateTable("imports", table => new
        {
            id = table.Column<Guid>(),
            course_id = table.Column<Guid>(nullable: true),
            makes_course = table.Column<bool>(),
            asked_by = table.Column<Guid>(),
            file_id = table.Column<Guid>(nullable: true),
            file_name = table.Column<string>(),
            asked_at = table.Column<long>(),
            over_at = table.Column<long>(nullable: true),
            state = table.Column<string>(),
            step = table.Column<string>(),
            step_done = table.Column<int>(),
            step_total = table.Column<int>(),
            report = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_imports", import => import.id);
            table.ForeignKey("FK_imports_courses", import => import.course_id, "courses", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_imports_people", import => import.asked_by, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_imports_course_id", "imports", "course_id");
        migration.CreateIndex("IX_imports_asked_by", "imports", "asked_by");
    }

    private static void Items(MigrationBuilder migration)
    {
        migration.CreateTable("import_items", table => new
        {
            course_id = table.Column<Guid>(),
            source = table.Column<string>(),
            kind = table.Column<string>(),
            foreign_id = table.Column<string>(),
            our_id = table.Column<Guid>(),
            fingerprint = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_import_items", item => new { item.course_id, item.source, item.kind, item.foreign_id });
            table.ForeignKey("FK_import_items_courses", item => item.course_id, "courses", "id", onDelete: ReferentialAction.Cascade);
        });
    }
}
