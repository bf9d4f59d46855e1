using Lyceum.Domain.Readings;
using NodaTime;

namespace Lyceum.Domain.Discussions;

/// <summary>A question or topic and what was answered to it; of a course, or of one discussion activity in it.</summary>
public sealed class Thread
{
    private Thread() { }

    public Guid Id { get; private set; }
    public Guid CourseId { get; private set; }
    public Guid? ActivityId { get; private set; }
    public Guid AuthorId { get; private set; }
    public string Title { get; private set; } = "";
    public Instant CreatedAt { get; private set; }
    public Instant LastPostAt { get; private set; }
    public int PostCount { get; private set; }
    /// <summary>The post that answers it, named by who asked or who teaches.</summary>
    public Guid? AcceptedPostId { get; private set; }
    /// <summary>The class session in which it was asked, and where on its timeline (milliseconds).</summary>
    public Guid? ClassActivityId { get; private set; }
    public long? ClassOffsetMs { get; private set; }
    /// <summary>The place of a reading (the thread's activity) at which it was asked.</summary>
    public Passage? Passage { get; private set; }

    public static Outcome<Thread> Open(Guid courseId, Guid? activityId, Guid authorId, string title, Instant now)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Trim().Length > 160) return DiscussionRefusals.TitleLength;
        return new Thread { Id = Guid.CreateVersion7(), CourseId = courseId, ActivityId = activityId, AuthorId = authorId, Title = title.Trim(), CreatedAt = now, LastPostAt = now };
    }

    public void AskedInClass(Guid classActivityId, long offsetMs) => (ClassActivityId, ClassOffsetMs) = (classActivityId, offsetMs);

    public void AskedAt(Passage passage) => Passage = passage;

    /// <summary>What somebody asked, as a title: its first line, cut at a word.</summary>
    public static string TitleOf(string question)
    {
        var line = question.Trim().Split('\n')[0].Trim();
        if (line.Length <= 160) return line;
        var cut = line.LastIndexOf(' ', 158);
        return line[..(cut > 0 ? cut : 159)] + "…";
    }

    public Outcome<Post> Reply(Guid authorId, string body, Guid? parentId, Instant now)
    {
        var post = Post.Write(this, authorId, body, parentId, now);
        if (!post.IsRefused) (LastPostAt, PostCount) = (now, PostCount + 1);
        return post;
    }

    /// <summary>Naming the same post again takes it back.</summary>
    public Outcome<Done> Accept(Post post, Guid by, bool teaches)
    {
        if (post.ThreadId != Id || post.IsRemoved) return Refusal.NotFound;
        if (by != AuthorId && !teaches) return DiscussionRefusals.NotYoursToAccept;
        AcceptedPostId = AcceptedPostId == post.Id ? null : post.Id;
        return new Done();
    }

    public void Forget(Post post)
    {
        PostCount = Math.Max(0, PostCount - 1);
        if (AcceptedPostId == post.Id) AcceptedPostId = null;
    }
}
