using Lyceum.Data;
using Lyceum.Data.Discussions;
using Lyceum.Data.Library;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Discussions;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Web.Features.Discussions;

public sealed record PostRow(Post Post, string Author, CourseRole? Role, int Depth, bool IsFirst, bool IsMine, bool IsNew, int Thanks, bool IThank, IHtmlContent Html, IReadOnlyList<StoredFile> Files)
{
    public bool Teaches => Role is CourseRole.Instructor or CourseRole.Assistant;
}

public sealed class ThreadPage(SchoolDb db, CourseDoor door, ProseRenderer prose, WriteInThread write, FollowThread follow, PostFiles attachments) : SchoolPage
{
    [BindProperty] public string? Body { get; set; }

    public CourseAccess In { get; private set; } = null!;
    public Thread Thread { get; private set; } = null!;
    public Activity? Activity { get; private set; }
    public IReadOnlyList<PostRow> Posts { get; private set; } = [];
    public IReadOnlyList<string> People { get; private set; } = [];
    public IReadOnlyList<Thread> Near { get; private set; } = [];
    public bool IsFollowing { get; private set; }
    /// <summary>With the question from which it goes on, out of the replay of its class: students do not find it.</summary>
    public bool IsTakenOut { get; private set; }
    public PostRow? Answering { get; private set; }
    public PostRow? Editing { get; private set; }
    public bool HasMath { get; private set; }
    public bool IsAsker => Thread.AuthorId == Viewer.PersonId;
    public bool MaySpeak => In.IsStaff || In.Role is not CourseRole.Observer;

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, Guid? answer, Guid? edit, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        Answering = Posts.FirstOrDefault(row => row.Post.Id == answer);
        Editing = Posts.FirstOrDefault(row => row.Post.Id == edit && row.IsMine && !row.Post.IsRemoved);
        if (Posts.Any(row => row.IsNew)) await follow.Read(Viewer, id, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostReplyAsync(string slug, Guid id, Guid? parent, List<IFormFile> files, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { } access) return NotFound();
        var taken = await attachments.Take(files, access.Course.Id, Me, ct);
        var posted = taken.IsRefused ? taken.Refusal : await write.Reply(Viewer, id, parent, Body ?? "", ct, taken.Value);
        return posted.IsRefused ? await Again(slug, id, posted.Refusal, ct) : LocalRedirect(Request.Path + $"#post-{posted.Value}");
    }

    public async Task<IActionResult> OnPostEditAsync(string slug, Guid id, Guid post, CancellationToken ct) => await After(slug, id, post, await write.Edit(Viewer, post, Body ?? "", ct), ct);
    public async Task<IActionResult> OnPostRemoveAsync(string slug, Guid id, Guid post, CancellationToken ct) => await After(slug, id, post, await write.Remove(Viewer, post, ct), ct);
    public async Task<IActionResult> OnPostAcceptAsync(string slug, Guid id, Guid post, CancellationToken ct) => await After(slug, id, post, await write.Accept(Viewer, post, ct), ct);
    public async Task<IActionResult> OnPostThankAsync(string slug, Guid id, Guid post, CancellationToken ct) => await After(slug, id, post, await write.Thank(Viewer, post, ct), ct);
    public async Task<IActionResult> OnPostFollowAsync(string slug, Guid id, CancellationToken ct) => await After(slug, id, null, await follow.Toggle(Viewer, id, ct), ct);

    private async Task<IActionResult> After(string slug, Guid id, Guid? post, Outcome<Done> outcome, CancellationToken ct) =>
        outcome.IsRefused ? await Again(slug, id, outcome.Refusal, ct) : LocalRedirect(Request.Path + (post is null ? "" : $"#post-{post}"));

    private async Task<IActionResult> Again(string slug, Guid id, Refusal refusal, CancellationToken ct) => await Load(slug, id, ct) ? Refused(refusal) : NotFound();

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { } access) return false;
        var thread = await db.ThreadsVisibleTo(Viewer).SingleOrDefaultAsync(one => one.Id == id && one.CourseId == access.Course.Id, ct);
        if (thread is null) return false;
        (In, Thread) = (access, thread);
        IsTakenOut = thread.ClassActivityId is not null && await db.ThreadsTakenOut().AnyAsync(gone => gone.Id == id, ct);
        Activity = thread.ActivityId is null ? null : await db.Activities.SingleOrDefaultAsync(one => one.Id == thread.ActivityId, ct);
        var reader = await db.ThreadReaders.SingleOrDefaultAsync(one => one.ThreadId == id && one.PersonId == Me, ct);
        IsFollowing = reader?.IsFollowing == true;
        var rows = await (from post in db.Posts
                          join author in db.People on post.AuthorId equals author.Id
                          where post.ThreadId == id
                          orderby post.CreatedAt
                          select new
                          {
                              post,
                              author.Name,
                              Role = db.Enrollments.Where(one => one.CourseId == thread.CourseId && one.PersonId == author.Id).Select(one => (CourseRole?)one.Role).FirstOrDefault(),
                              Thanks = db.HelpfulPosts.Count(one => one.PostId == post.Id),
                              IThank = db.HelpfulPosts.Any(one => one.PostId == post.Id && one.PersonId == Me),
                          }).Take(1000).ToListAsync(ct);
        var attached = rows.SelectMany(row => row.post.Files).ToList();
        Dictionary<Guid, StoredFile> files = attached.Count == 0 ? [] : await db.FilesVisibleTo(Viewer).Where(file => attached.Contains(file.Id)).ToDictionaryAsync(file => file.Id, ct);
        var made = rows.Select((row, index) =>
        {
            var text = prose.Render(RichText.Markdown(row.post.Body));
            HasMath |= text.HasMath;
            return new PostRow(row.post, row.Name, row.Role, row.post.ParentId is null ? 0 : 1, index == 0, row.post.AuthorId == Me,
                row.post.AuthorId != Me && (reader?.ReadUntil is null || row.post.CreatedAt > reader.ReadUntil), row.Thanks, row.IThank, text.Html,
                [.. row.post.Files.Select(one => files.GetValueOrDefault(one)).OfType<StoredFile>()]);
        }).ToList();
        Posts = InOrder(made);
        People = [.. made.Select(row => row.Author).Distinct()];
        Near = await db.ThreadsVisibleTo(Viewer).Where(one => one.CourseId == access.Course.Id && one.ActivityId == thread.ActivityId && one.Id != id)
            .OrderByDescending(one => one.LastPostAt).Take(3).ToListAsync(ct);
        return true;
    }

    /// <summary>Answers to a post stand under it, by time; the rest by time.</summary>
    private static List<PostRow> InOrder(List<PostRow> rows)
    {
        var under = rows.Where(row => row.Post.ParentId is not null).ToLookup(row => RootOf(row, rows));
        return [.. rows.Where(row => row.Post.ParentId is null).SelectMany(row => under[row.Post.Id].Prepend(row))];
    }

    private static Guid RootOf(PostRow row, List<PostRow> rows)
    {
        while (row.Post.ParentId is { } parent && rows.Find(other => other.Post.Id == parent) is { } above) row = above;
        return row.Post.Id;
    }
}
