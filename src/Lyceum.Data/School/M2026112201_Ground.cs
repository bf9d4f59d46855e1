using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.School;

[DbContext(typeof(SchoolDb))]
[Migration("2026112201_Ground")]
public sealed class M2026112201_Ground : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Accounts(migrationBuilder);
        People(migrationBuilder);
        Courses(migrationBuilder);
        Members(migrationBuilder);
        FilesAndGrades(migrationBuilder);
        Messages(migrationBuilder);
        School(migrationBuilder);
    }

    private static void Accounts(MigrationBuilder migration)
    {
        migration.CreateTable("accounts", table => new
        {
            id = table.Column<Guid>(),
            user_name = table.Column<string>(nullable: true, maxLength: 256),
            normalized_user_name = table.Column<string>(nullable: true, maxLength: 256),
            email = table.Column<string>(nullable: true, maxLength: 256),
            normalized_email = table.Column<string>(nullable: true, maxLength: 256),
            email_confirmed = table.Column<bool>(),
            password_hash = table.Column<string>(nullable: true),
            security_stamp = table.Column<string>(nullable: true),
            concurrency_stamp = table.Column<string>(nullable: true),
            phone_number = table.Column<string>(nullable: true, maxLength: 256),
            phone_number_confirmed = table.Column<bool>(),
            two_factor_enabled = table.Column<bool>(),
            lockout_end = table.Column<DateTimeOffset>(nullable: true),
            lockout_enabled = table.Column<bool>(),
            access_failed_count = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_accounts", account => account.id));
        migration.CreateIndex("UserNameIndex", "accounts", "normalized_user_name", unique: true);
        migration.CreateIndex("EmailIndex", "accounts", "normalized_email");

        migration.CreateTable("account_claims", table => new
        {
            id = table.Column<int>().Annotation("Sqlite:Autoincrement", true)
                .Annotation("Npgsql:ValueGenerationStrategy", Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
            user_id = table.Column<Guid>(),
            claim_type = table.Column<string>(nullable: true),
            claim_value = table.Column<string>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_account_claims", claim => claim.id);
            table.ForeignKey("FK_account_claims_accounts", claim => claim.user_id, "accounts", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_account_claims_user_id", "account_claims", "user_id");

        migration.CreateTable("account_logins", table => new
        {
            login_provider = table.Column<string>(maxLength: 128),
            provider_key = table.Column<string>(maxLength: 128),
            provider_display_name = table.Column<string>(nullable: true),
            user_id = table.Column<Guid>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_account_logins", login => new { login.login_provider, login.provider_key });
            table.ForeignKey("FK_account_logins_accounts", login => login.user_id, "accounts", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_account_logins_user_id", "account_logins", "user_id");

        migration.CreateTable("account_tokens", table => new
        {
            user_id = table.Column<Guid>(),
            login_provider = table.Column<string>(maxLength: 128),
            name = table.Column<string>(maxLength: 128),
            value = table.Column<string>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_account_tokens", token => new { token.user_id, token.login_provider, token.name });
            table.ForeignKey("FK_account_tokens_accounts", token => token.user_id, "accounts", "id", onDelete: ReferentialAction.Cascade);
        });

        var isNpgsql = migration.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL";
        migration.CreateTable("account_passkeys", table => new
        {
            credential_id = table.Column<byte[]>(maxLength: 1024),
            user_id = table.Column<Guid>(),
            data = table.Column<string>(type: isNpgsql ? "jsonb" : "TEXT"),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_account_passkeys", passkey => passkey.credential_id);
            table.ForeignKey("FK_account_passkeys_accounts", passkey => passkey.user_id, "accounts", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_account_passkeys_user_id", "account_passkeys", "user_id");
    }

    private static void People(MigrationBuilder migration)
    {
        migration.CreateTable("people", table => new
        {
            id = table.Column<Guid>(),
            name = table.Column<string>(),
            email = table.Column<string>(),
            time_zone = table.Column<string>(),
            language = table.Column<string>(),
            is_staff = table.Column<bool>(),
            created_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_people", person => person.id));
        migration.CreateIndex("IX_people_email", "people", "email", unique: true);

        migration.CreateTable("sessions", table => new
        {
            id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            device = table.Column<string>(),
            started_at = table.Column<long>(),
            seen_at = table.Column<long>(),
            ended_at = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_sessions", session => session.id);
            table.ForeignKey("FK_sessions_people", session => session.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_sessions_person_id", "sessions", "person_id");
    }

    private static void Courses(MigrationBuilder migration)
    {
        migration.CreateTable("courses", table => new
        {
            id = table.Column<Guid>(),
            slug = table.Column<string>(),
            title = table.Column<string>(),
            summary = table.Column<string>(),
            description = table.Column<string>(),
            requirements = table.Column<string>(),
            subject = table.Column<string>(),
            term = table.Column<string>(),
            hue = table.Column<string>(),
            time_zone = table.Column<string>(),
            starts_on = table.Column<string>(nullable: true),
            ends_on = table.Column<string>(nullable: true),
            credits = table.Column<decimal>(nullable: true, precision: 14, scale: 4),
            is_published = table.Column<bool>(),
            enrollment = table.Column<string>(),
            enroll_code = table.Column<string>(nullable: true),
            created_at = table.Column<long>(),
            version = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_courses", course => course.id));
        migration.CreateIndex("IX_courses_slug", "courses", "slug", unique: true);

        migration.CreateTable("sections", table => new
        {
            id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            name = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_sections", section => section.id);
            table.ForeignKey("FK_sections_courses", section => section.course_id, "courses", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_sections_course_id", "sections", "course_id");

        migration.CreateTable("modules", table => new
        {
            id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            position = table.Column<int>(),
            title = table.Column<string>(),
            starts_on = table.Column<string>(nullable: true),
            ends_on = table.Column<string>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_modules", module => module.id);
            table.ForeignKey("FK_modules_courses", module => module.course_id, "courses", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_modules_course_id", "modules", "course_id");

        migration.CreateTable("activities", table => new
        {
            id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            module_id = table.Column<Guid>(),
            position = table.Column<int>(),
            kind = table.Column<string>(),
            title = table.Column<string>(),
            effort_minutes = table.Column<int>(),
            opens = table.Column<long>(nullable: true),
            due = table.Column<long>(nullable: true),
            closes = table.Column<long>(nullable: true),
            is_published = table.Column<bool>(),
            points = table.Column<decimal>(nullable: true, precision: 14, scale: 4),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_activities", activity => activity.id);
            table.ForeignKey("FK_activities_courses", activity => activity.course_id, "courses", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_activities_modules", activity => activity.module_id, "modules", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_activities_course_id", "activities", "course_id");
        migration.CreateIndex("IX_activities_module_id", "activities", "module_id");
    }

    private static void Members(MigrationBuilder migration)
    {
        migration.CreateTable("enrollments", table => new
        {
            id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            section_id = table.Column<Guid>(nullable: true),
            role = table.Column<string>(),
            state = table.Column<string>(),
            enrolled_at = table.Column<long>(),
            removed_at = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_enrollments", enrollment => enrollment.id);
            table.ForeignKey("FK_enrollments_courses", enrollment => enrollment.course_id, "courses", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_enrollments_people", enrollment => enrollment.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_enrollments_course_id_person_id", "enrollments", ["course_id", "person_id"], unique: true);
        migration.CreateIndex("IX_enrollments_person_id", "enrollments", "person_id");

        migration.CreateTable("activity_progress", table => new
        {
            activity_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            first_seen_at = table.Column<long>(),
            last_seen_at = table.Column<long>(),
            done_at = table.Column<long>(nullable: true),
            fraction_done = table.Column<double>(),
            units_done = table.Column<int>(nullable: true),
            units_total = table.Column<int>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_activity_progress", progress => new { progress.activity_id, progress.person_id });
            table.ForeignKey("FK_activity_progress_activities", progress => progress.activity_id, "activities", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_activity_progress_people", progress => progress.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_activity_progress_course_id_person_id", "activity_progress", ["course_id", "person_id"]);
        migration.CreateIndex("IX_activity_progress_person_id", "activity_progress", "person_id");
    }

    private static void FilesAndGrades(MigrationBuilder migration)
    {
        migration.CreateTable("files", table => new
        {
            id = table.Column<Guid>(),
            hash = table.Column<string>(),
            name = table.Column<string>(),
            content_type = table.Column<string>(),
            length = table.Column<long>(),
            course_id = table.Column<Guid>(nullable: true),
            owner_id = table.Column<Guid>(),
            is_private = table.Column<bool>(),
            created_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_files", file => file.id));
        migration.CreateIndex("IX_files_course_id", "files", "course_id");
        migration.CreateIndex("IX_files_hash", "files", "hash");

        migration.CreateTable("grades", table => new
        {
            activity_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            state = table.Column<string>(),
            score = table.Column<decimal>(nullable: true, precision: 14, scale: 4),
            is_late = table.Column<bool>(),
            needs_grading = table.Column<bool>(),
            released_at = table.Column<long>(nullable: true),
            is_by_hand = table.Column<bool>(),
            note = table.Column<string>(nullable: true),
            changed_by = table.Column<Guid>(nullable: true),
            changed_at = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_grades", grade => new { grade.activity_id, grade.person_id });
            table.ForeignKey("FK_grades_activities", grade => grade.activity_id, "activities", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_grades_people", grade => grade.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_grades_course_id_person_id", "grades", ["course_id", "person_id"]);
        migration.CreateIndex("IX_grades_person_id", "grades", "person_id");
    }

    private static void Messages(MigrationBuilder migration)
    {
        migration.CreateTable("mails", table => new
        {
            id = table.Column<Guid>(),
            person_id = table.Column<Guid>(nullable: true),
            to = table.Column<string>(),
            subject = table.Column<string>(),
            body = table.Column<string>(),
            unsubscribe = table.Column<string>(nullable: true),
            created_at = table.Column<long>(),
            send_after = table.Column<long>(),
            sent_at = table.Column<long>(nullable: true),
            attempts = table.Column<int>(),
            last_error = table.Column<string>(nullable: true),
            given_up_at = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_mails", mail => mail.id));
        migration.CreateIndex("IX_mails_sent_at_send_after", "mails", ["sent_at", "send_after"]);

        migration.CreateTable("notifications", table => new
        {
            id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            course_id = table.Column<Guid>(nullable: true),
            actor_id = table.Column<Guid>(nullable: true),
            text = table.Column<string>(),
            arguments = table.Column<string>(),
            link = table.Column<string>(),
            created_at = table.Column<long>(),
            read_at = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_notifications", notification => notification.id);
            table.ForeignKey("FK_notifications_people", notification => notification.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_notifications_person_id_created_at", "notifications", ["person_id", "created_at"]);
    }

    private static void School(MigrationBuilder migration)
    {
        migration.CreateTable("jobs", table => new
        {
            id = table.Column<Guid>(),
            kind = table.Column<string>(),
            payload = table.Column<string>(),
            created_at = table.Column<long>(),
            run_after = table.Column<long>(),
            leased_until = table.Column<long>(nullable: true),
            done_at = table.Column<long>(nullable: true),
            given_up_at = table.Column<long>(nullable: true),
            attempts = table.Column<int>(),
            last_error = table.Column<string>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_jobs", job => job.id));
        migration.CreateIndex("IX_jobs_done_at_run_after", "jobs", ["done_at", "run_after"]);

        migration.CreateTable("audit", table => new
        {
            id = table.Column<Guid>(),
            at = table.Column<long>(),
            actor_id = table.Column<Guid>(nullable: true),
            what = table.Column<string>(),
            subject_id = table.Column<Guid>(nullable: true),
            course_id = table.Column<Guid>(nullable: true),
            detail = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_audit", entry => entry.id));
        migration.CreateIndex("IX_audit_at", "audit", "at");

        migration.CreateTable("school", table => new
        {
            id = table.Column<int>(),
            name = table.Column<string>(),
            time_zone = table.Column<string>(),
            language = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_school", school => school.id));
    }
}
