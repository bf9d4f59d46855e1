using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Data.Discussions;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Discussions;
using Lyceum.Domain.Library;
using Lyceum.Domain.Readings;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Web.Features.Discussions;

/// <summary>Opens threads, replies, edits, removes, accepts, and says what was helpful.</summary>
public sealed class WriteInThread(SchoolStore store, ThreadLetters letters, IClock clock)
{
    /// <summary>With <paramref name="at"/>, the activity is a reading and the thread stands at that place of it; else it is a discussion, or none.</summary>
    public Task<Outcome<Guid>> Open(Viewer viewer, string slug, Guid? activityId, string title, string body, CancellationToken ct, Passage? at = null, IReadOnlyList<StoredFile>? files = null) =>
        store.Write<Guid>(async (db, token) =>
        {
            var course = await db.CoursesOpenTo(viewer).SingleOrDefaultAsync(one => one.Slug == slug, token);
            if (course is null || !await MaySpeak(db, course.Id, viewer, token)) return Refusal.NotFound;
            var activity = activityId is null ? null : await db.ActivitiesVisibleTo(viewer)
                .SingleOrDefaultAsync(one => one.Id == activityId && one.CourseId == course.Id && one.Kind == (at == null ? ActivityKind.Discussion : ActivityKind.Reading), token);
            if (activityId is not null && activity is null) return Refusal.NotFound;
            var now = clock.GetCurrentInstant();
            var thread = Thread.Open(course.Id, activityId, viewer.PersonId!.Value, title, now);
            if (thread.IsRefused) return thread.Refusal;
            var post = thread.Value.Reply(viewer.PersonId!.Value, body, null, now);
            if (post.IsRefused) return post.Refusal;
            if (at is not null) thread.Value.AskedAt(at);
            if (Attach(db, post.Value, files) is { IsRefused: true } tooMany) return tooMany.Refusal!;
            db.Threads.Add(thread.Value);
            db.Posts.Add(post.Value);
            await Follow(db, thread.Value, viewer.PersonId!.Value, now, token);
            await TookPart(db, activity, viewer, now, token);
            await db.SaveChangesAsync(token);
            return thread.Value.Id;
        }, ct);

    public Task<Outcome<Guid>> Reply(Viewer viewer, Guid threadId, Guid? parentId, string body, CancellationToken ct, IReadOnlyList<StoredFile>? files = null) =>
        store.Write<Guid>(async (db, token) =>
        {
            var thread = await db.ThreadsVisibleTo(viewer).AsTracking().SingleOrDefaultAsync(one => one.Id == threadId, token);
            if (thread is null || !await MaySpeak(db, thread.CourseId, viewer, token)) return Refusal.NotFound;
            if (parentId is not null && !await db.Posts.AnyAsync(post => post.Id == parentId && post.ThreadId == threadId, token)) return Refusal.NotFound;
            var now = clock.GetCurrentInstant();
            var post = thread.Reply(viewer.PersonId!.Value, body, parentId, now);
            if (post.IsRefused) return post.Refusal;
            if (Attach(db, post.Value, files) is { IsRefused: true } tooMany) return tooMany.Refusal!;
            db.Posts.Add(post.Value);
            await Follow(db, thread, viewer.PersonId!.Value, now, token);
            var activity = thread.ActivityId is null ? null : await db.Activities.SingleAsync(one => one.Id == thread.ActivityId, token);
            await TookPart(db, activity, viewer, now, token);
            var course = await db.Courses.SingleAsync(one => one.Id == thread.CourseId, token);
            await letters.Tell(db, course, thread, post.Value, now, token);
            await db.SaveChangesAsync(token);
            return post.Value.Id;
        }, ct);

    public Task<Outcome<Done>> Edit(Viewer viewer, Guid postId, string body, CancellationToken ct) =>
        Change(viewer, postId, (_, _, post, _, now) => post.Edit(body, viewer.PersonId!.Value, now), ct);

    public Task<Outcome<Done>> Remove(Viewer viewer, Guid postId, CancellationToken ct) =>
        Change(viewer, postId, (db, thread, post, moderates, now) =>
        {
            if (post.IsRemoved) return new Done();
            var removed = post.Remove(viewer.PersonId!.Value, moderates, now);
            if (removed.IsRefused) return removed;
            thread.Forget(post);
            if (post.AuthorId != viewer.PersonId) db.Audit.Add(AuditEntry.New("PostRemoved", viewer.PersonId, post.AuthorId, thread.CourseId, thread.Title, now));
            return removed;
        }, ct);

    public Task<Outcome<Done>> Accept(Viewer viewer, Guid postId, CancellationToken ct) =>
        Change(viewer, postId, (_, thread, post, moderates, _) => thread.Accept(post, viewer.PersonId!.Value, moderates), ct);

    /// <summary>Said twice, it is taken back.</summary>
    public Task<Outcome<Done>> Thank(Viewer viewer, Guid postId, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            var post = await db.PostsVisibleTo(viewer).SingleOrDefaultAsync(one => one.Id == postId && one.RemovedAt == null, token);
            if (post is null || post.AuthorId == viewer.PersonId || !await MaySpeak(db, post.CourseId, viewer, token)) return Refusal.NotFound;
            var helpful = await db.HelpfulPosts.AsTracking().SingleOrDefaultAsync(one => one.PostId == postId && one.PersonId == viewer.PersonId, token);
            if (helpful is null) db.HelpfulPosts.Add(Helpful.New(postId, viewer.PersonId!.Value));
            else db.HelpfulPosts.Remove(helpful);
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);

    private delegate Outcome<Done> PostChange(SchoolDb db, Thread thread, Post post, bool moderates, Instant now);

    private Task<Outcome<Done>> Change(Viewer viewer, Guid postId, PostChange change, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            var post = await db.PostsVisibleTo(viewer).AsTracking().SingleOrDefaultAsync(one => one.Id == postId, token);
            if (post is null) return Refusal.NotFound;
            var thread = await db.Threads.AsTracking().SingleAsync(one => one.Id == post.ThreadId, token);
            var attached = post.Files;
            var changed = change(db, thread, post, await Moderates(db, thread.CourseId, viewer, token), clock.GetCurrentInstant());
            if (changed.IsRefused) return changed;
            await db.SaveChangesAsync(token);
            if (post.IsRemoved && attached.Count > 0) await db.Files.Where(file => attached.Contains(file.Id)).ExecuteDeleteAsync(token);
            return changed;
        }, ct);

    /// <summary>Observers read; everybody else in the course speaks.</summary>
    private static Task<bool> MaySpeak(SchoolDb db, Guid courseId, Viewer viewer, CancellationToken ct) =>
        viewer.IsStaff ? Task.FromResult(true) : db.Enrollments.AnyAsync(enrollment => enrollment.CourseId == courseId && enrollment.PersonId == viewer.PersonId
            && enrollment.State == EnrollmentState.Active && enrollment.Role != CourseRole.Observer, ct);

    private static Task<bool> Moderates(SchoolDb db, Guid courseId, Viewer viewer, CancellationToken ct) =>
        viewer.IsStaff ? Task.FromResult(true) : db.Enrollments.AnyAsync(enrollment => enrollment.CourseId == courseId && enrollment.PersonId == viewer.PersonId
            && enrollment.State == EnrollmentState.Active && (enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant), ct);

    private static Outcome<Done> Attach(SchoolDb db, Post post, IReadOnlyList<StoredFile>? files)
    {
        foreach (var file in files ?? [])
        {
            if (post.Attach(file.Id) is { IsRefused: true } refused) return refused;
            db.Files.Add(file);
        }
        return new Done();
    }

    private static async Task Follow(SchoolDb db, Thread thread, Guid personId, Instant now, CancellationToken ct)
    {
        var reader = await db.ThreadReaders.AsTracking().SingleOrDefaultAsync(one => one.ThreadId == thread.Id && one.PersonId == personId, ct);
        if (reader is null)
        {
            db.ThreadReaders.Add(reader = ThreadReader.New(thread.Id, personId));
            reader.Follow();
        }
        reader.ReadTo(now);
    }

    private static async Task TookPart(SchoolDb db, Activity? activity, Viewer viewer, Instant now, CancellationToken ct)
    {
        if (activity is not { Kind: ActivityKind.Discussion } || !await db.StudiesIn(activity.CourseId, viewer, ct)) return;
        (await db.ProgressOf(activity, viewer.PersonId!.Value, now, ct)).Finish(now);
    }
}
