using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Courses;

[DbContext(typeof(SchoolDb))]
[Migration("2026112320_Groups")]
public sealed class M2026112320_Groups : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("group_sets", table => new
        {
            id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            name = table.Column<string>(),
            they_choose = table.Column<bool>(),
            choose_until = table.Column<long>(nullable: true),
            most_in_each = table.Column<int>(nullable: true),
            created_at = table.Column<long>(),
            removed_at = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_group_sets", set => set.id);
            table.ForeignKey("FK_group_sets_courses", set => set.course_id, "courses", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_group_sets_course_id", "group_sets", "course_id");
        migrationBuilder.CreateTable("course_groups", table => new
        {
            id = table.Column<Guid>(),
            set_id = table.Column<Guid>(),
            name = table.Column<string>(),
            position = table.Column<int>(),
            removed_at = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_course_groups", group => group.id);
            table.ForeignKey("FK_course_groups_group_sets", group => group.set_id, "group_sets", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_course_groups_set_id", "course_groups", "set_id");
        migrationBuilder.CreateTable("group_members", table => new
        {
            set_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            group_id = table.Column<Guid>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_group_members", member => new { member.set_id, member.person_id });
            table.ForeignKey("FK_group_members_group_sets", member => member.set_id, "group_sets", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_group_members_course_groups", member => member.group_id, "course_groups", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_group_members_people", member => member.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_group_members_group_id", "group_members", "group_id");
        migrationBuilder.CreateIndex("IX_group_members_person_id", "group_members", "person_id");
    }
}
