using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Quizzes;

[DbContext(typeof(SchoolDb))]
[Migration("2026112220_Quizzes")]
public sealed class M2026112220_Quizzes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Quizzes(migrationBuilder);
        Attempts(migrationBuilder);
        Accommodations(migrationBuilder);
    }

    private static void Quizzes(MigrationBuilder migration)
    {
        migration.CreateTable("quizzes", table => new
        {
            activity_id = table.Column<Guid>(),
            intro = table.Column<string>(),
            rules = table.Column<string>(),
            version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_quizzes", quiz => quiz.activity_id);
            table.ForeignKey("FK_quizzes_activities", quiz => quiz.activity_id, "activities", "id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("questions", table => new
        {
            id = table.Column<Guid>(),
            quiz_id = table.Column<Guid>(),
            position = table.Column<int>(),
            points = table.Column<decimal>(precision: 14, scale: 4),
            content = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_questions", question => question.id);
            table.ForeignKey("FK_questions_quizzes", question => question.quiz_id, "quizzes", "activity_id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_questions_quiz_id", "questions", "quiz_id");
    }

    private static void Attempts(MigrationBuilder migration)
    {
        migration.CreateTable("attempts", table => new
        {
            id = table.Column<Guid>(),
            quiz_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            number = table.Column<int>(),
            started_at = table.Column<long>(),
            deadline = table.Column<long>(nullable: true),
            grace_until = table.Column<long>(nullable: true),
            time_factor = table.Column<decimal>(precision: 14, scale: 4),
            sheet = table.Column<string>(),
            saved_at = table.Column<long>(nullable: true),
            handed_in_at = table.Column<long>(nullable: true),
            handed_in_by = table.Column<string>(nullable: true),
            marks = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_attempts", attempt => attempt.id);
            table.ForeignKey("FK_attempts_quizzes", attempt => attempt.quiz_id, "quizzes", "activity_id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_attempts_people", attempt => attempt.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_attempts_quiz_id_person_id_number", "attempts", ["quiz_id", "person_id", "number"], unique: true);
        migration.CreateIndex("IX_attempts_person_id", "attempts", "person_id");
    }

    private static void Accommodations(MigrationBuilder migration)
    {
        migration.CreateTable("accommodations", table => new
        {
            course_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            time_factor = table.Column<decimal>(precision: 14, scale: 4),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_accommodations", accommodation => new { accommodation.course_id, accommodation.person_id });
            table.ForeignKey("FK_accommodations_courses", accommodation => accommodation.course_id, "courses", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_accommodations_people", accommodation => accommodation.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_accommodations_person_id", "accommodations", "person_id");
    }
}
