using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112312_ClassFilms")]
public sealed class M2026112312_ClassFilms : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable("class_films", table => new
    {
        class_id = table.Column<Guid>(),
        state = table.Column<string>(),
        percent = table.Column<int>(),
        version = table.Column<string>(),
        bytes = table.Column<long>(),
        asked_at = table.Column<long>(),
        leased_until = table.Column<long>(nullable: true),
        trouble = table.Column<string>(),
        is_for_students = table.Column<bool>(),
        format = table.Column<string>(),
    }, constraints: table =>
    {
        table.PrimaryKey("PK_class_films", film => film.class_id);
        table.ForeignKey("FK_class_films_class_sessions", film => film.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
    });
}
