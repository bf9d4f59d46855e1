using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112304_ReplayEdits")]
public sealed class M2026112304_ReplayEdits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Edits(migrationBuilder);
        Requests(migrationBuilder);
        migrationBuilder.CreateTable("replay_terms", table => new
        {
            class_id = table.Column<Guid>(),
            is_held_back = table.Column<bool>(),
            opens_at = table.Column<long>(nullable: true),
            by_section = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_replay_terms", terms => terms.class_id);
            table.ForeignKey("FK_replay_terms_class_sessions", terms => terms.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
        });
    }

    private static void Edits(MigrationBuilder migration)
    {
        migration.CreateTable("replay_edits", table => new
        {
            id = table.Column<Guid>(),
            class_id = table.Column<Guid>(),
            kind = table.Column<string>(),
            from_ms = table.Column<long>(),
            until_ms = table.Column<long>(),
            person_id = table.Column<Guid>(nullable: true),
            made_by = table.Column<Guid>(),
            made_at = table.Column<long>(),
            undone_by = table.Column<Guid>(nullable: true),
            undone_at = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_replay_edits", edit => edit.id);
            table.ForeignKey("FK_replay_edits_class_sessions", edit => edit.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_replay_edits_class_id", "replay_edits", "class_id");
    }

    private static void Requests(MigrationBuilder migration)
    {
        migration.CreateTable("removal_requests", table => new
        {
            id = table.Column<Guid>(),
            class_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            kind = table.Column<string>(),
            from_ms = table.Column<long>(),
            until_ms = table.Column<long>(),
            reason = table.Column<string>(),
            asked_at = table.Column<long>(),
            state = table.Column<string>(),
            answer = table.Column<string>(),
            answered_by = table.Column<Guid>(nullable: true),
            answered_at = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_removal_requests", request => request.id);
            table.ForeignKey("FK_removal_requests_class_sessions", request => request.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_removal_requests_people", request => request.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_removal_requests_class_id", "removal_requests", "class_id");
        migration.CreateIndex("IX_removal_requests_person_id", "removal_requests", "person_id");
    }
}
