using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lyceum.Data.Discussions;

[DbContext(typeof(SchoolDb))]
[Migration("2026112250_Discussions")]
public sealed class M2026112250_Discussions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("discussions", table => new
        {
            activity_id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            prompt = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_discussions", discussion => discussion.activity_id);
            table.ForeignKey("FK_discussions_activities", discussion => discussion.activity_id, "activities", "id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("threads", table => new
        {
            id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            activity_id = table.Column<Guid>(nullable: true),
            author_id = table.Column<Guid>(),
            title = table.Column<string>(),
            created_at = table.Column<long>(),
            last_post_at = table.Column<long>(),
            post_count = table.Column<int>(),
            accepted_post_id = table.Column<Guid>(nullable: true),
            class_activity_id = table.Column<Guid>(nullable: true),
            class_offset_ms = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_threads", thread => thread.id);
            table.ForeignKey("FK_threads_courses", thread => thread.course_id, "courses", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_threads_course_id_last_post_at", "threads", ["course_id", "last_post_at"]);
        migrationBuilder.CreateIndex("IX_threads_activity_id", "threads", "activity_id");

        migrationBuilder.CreateTable("posts", table => new
        {
            id = table.Column<Guid>(),
            thread_id = table.Column<Guid>(),
            course_id = table.Column<Guid>(),
            author_id = table.Column<Guid>(),
            parent_id = table.Column<Guid>(nullable: true),
            body = table.Column<string>(),
            created_at = table.Column<long>(),
            edited_at = table.Column<long>(nullable: true),
            removed_at = table.Column<long>(nullable: true),
            removed_by = table.Column<Guid>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_posts", post => post.id);
            table.ForeignKey("FK_posts_threads", post => post.thread_id, "threads", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_posts_thread_id_created_at", "posts", ["thread_id", "created_at"]);

        migrationBuilder.CreateTable("thread_readers", table => new
        {
            thread_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
            is_following = table.Column<bool>(),
            wants_mail = table.Column<bool>(),
            read_until = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_thread_readers", reader => new { reader.thread_id, reader.person_id });
            table.ForeignKey("FK_thread_readers_threads", reader => reader.thread_id, "threads", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_thread_readers_people", reader => reader.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_thread_readers_person_id", "thread_readers", "person_id");

        migrationBuilder.CreateTable("helpful_posts", table => new
        {
            post_id = table.Column<Guid>(),
            person_id = table.Column<Guid>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_helpful_posts", helpful => new { helpful.post_id, helpful.person_id });
            table.ForeignKey("FK_helpful_posts_posts", helpful => helpful.post_id, "posts", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_helpful_posts_people", helpful => helpful.person_id, "people", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_helpful_posts_person_id", "helpful_posts", "person_id");
    }
}
