using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112260_Classes")]
public sealed class M2026112260_Classes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Sessions(migrationBuilder);
        Log(migrationBuilder);
        Watches(migrationBuilder);
    }

    private static void Sessions(MigrationBuilder migration)
    {
        migration.CreateTable("class_sessions", table => new
        {
            activity_id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            section_id = table.Column<Guid>(nullable: true),
            starts = table.Column<long>(),
            ends = table.Column<long>(),
            lobby_opens = table.Column<long>(),
            replay_counts_until = table.Column<long>(nullable: true),
            credit = table.Column<string>(),
            deck_file_id = table.Column<Guid>(nullable: true),
            deck_name = table.Column<string>(nullable: true),
            polls = table.Column<string>(),
            segments = table.Column<string>(),
            plan_id = table.Column<Guid>(nullable: true),
            plan_date = table.Column<string>(nullable: true),
            started_at = table.Column<long>(nullable: true),
            ended_at = table.Column<long>(nullable: true),
            alive_at = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_class_sessions", session => session.activity_id);
            table.ForeignKey("FK_class_sessions_activities", session => session.activity_id, "activities", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_class_sessions_course_id_starts", "class_sessions", ["course_id", "starts"]);
        migration.CreateIndex("IX_class_sessions_plan_id_plan_date", "class_sessions", ["plan_id", "plan_date"], unique: true);
    }

    private static void Log(MigrationBuilder migration)
    {
        migration.CreateTable("class_events", table => new
        {
            class_id = table.Column<Guid>(),
            sequence = table.Column<long>(),
            at = table.Column<long>(),
            offset_ms = table.Column<long>(),
            audience = table.Column<string>(),
            people = table.Column<string>(nullable: true),
            actor_id = table.Column<Guid>(nullable: true),
            key = table.Column<string>(nullable: true),
            is_late = table.Column<bool>(),
            @event = table.Column<string>(name: "event"),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_class_events", logged => new { logged.class_id, logged.sequence });
            table.ForeignKey("FK_class_events_class_sessions", logged => logged.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_class_events_class_id_key", "class_events", ["class_id", "key"], unique: true);

        migration.CreateTable("class_snapshots", table => new
        {
            class_id = table.Column<Guid>(),
            sequence = table.Column<long>(),
            version = table.Column<int>(),
            whole = table.Column<string>(),
            for_all = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_class_snapshots", snapshot => snapshot.class_id);
            table.ForeignKey("FK_class_snapshots_class_sessions", snapshot => snapshot.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
        });
    }

    private static void Watches(MigrationBuilder migration)
    {
        migration.CreateTable("replay_watches", table => new
        {
            class_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            intervals = table.Column<string>(),
            last_at = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_replay_watches", watch => new { watch.class_id, watch.person_id });
            table.ForeignKey("FK_replay_watches_class_sessions", watch => watch.class_id, "class_sessions", "activity_id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_replay_watches_people", watch => watch.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_replay_watches_person_id", "replay_watches", "person_id");
    }
}
