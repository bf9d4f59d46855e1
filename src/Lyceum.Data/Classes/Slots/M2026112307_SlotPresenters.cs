using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Classes;

/// <summary>Who presents in which slot, as rows. Those of the slots that are there already stand in their JSON, which each database takes apart in its own way.</summary>
[DbContext(typeof(SchoolDb))]
[Migration("2026112307_SlotPresenters")]
public sealed class M2026112307_SlotPresenters : Migration
{
    // A Guid in SQLite is its text in capitals.
    private const string TakeApartInSqlite = """
        INSERT INTO slot_presenters (slot_id, person_id)
        SELECT slot.id, person.id FROM presentation_slots AS slot, json_each(slot.presenters) AS named JOIN people AS person ON person.id = upper(named.value)
        """;

    private const string TakeApartInPostgres = """
        INSERT INTO slot_presenters (slot_id, person_id)
        SELECT slot.id, person.id FROM presentation_slots AS slot CROSS JOIN LATERAL jsonb_array_elements_text(slot.presenters::jsonb) AS named (value) JOIN people AS person ON person.id = named.value::uuid
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("slot_presenters", table => new
        {
            slot_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_slot_presenters", place => new { place.slot_id, place.person_id });
            table.ForeignKey("FK_slot_presenters_presentation_slots", place => place.slot_id, "presentation_slots", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_slot_presenters_people", place => place.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_slot_presenters_person_id", "slot_presenters", "person_id");
        migrationBuilder.Sql(migrationBuilder.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite" ? TakeApartInSqlite : TakeApartInPostgres);
    }
}
