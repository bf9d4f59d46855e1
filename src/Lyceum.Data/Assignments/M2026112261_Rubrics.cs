using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Assignments;

/// <summary>What an assignment is graded by, the level given in each criterion, and what a grader has begun.</summary>
[DbContext(typeof(SchoolDb))]
[Migration("2026112261_Rubrics")]
public sealed class M2026112261_Rubrics : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("rubric", "assignments", nullable: false, defaultValue: """{"criteria":[]}""");
        migrationBuilder.AddColumn<string>("marks", "submissions", nullable: false, defaultValue: "[]");
        migrationBuilder.AddColumn<string>("grading_draft", "submissions", nullable: true);
    }
}
