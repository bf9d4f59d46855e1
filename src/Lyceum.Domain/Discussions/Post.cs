using NodaTime;

namespace Lyceum.Domain.Discussions;

/// <summary>What one person said in a thread. The first post of a thread is what it asks.</summary>
public sealed class Post
{
    public const int MostFiles = 5;

    private Post() { }

    public Guid Id { get; private set; }
    public Guid ThreadId { get; private set; }
    public Guid CourseId { get; private set; }
    public Guid AuthorId { get; private set; }
    public Guid? ParentId { get; private set; }
    /// <summary>Markdown; empty once removed.</summary>
    public string Body { get; private set; } = "";
    /// <summary>Files of the course that stand with it.</summary>
    public IReadOnlyList<Guid> Files { get; private set; } = [];
    public Instant CreatedAt { get; private set; }
    public Instant? EditedAt { get; private set; }
    public Instant? RemovedAt { get; private set; }
    public Guid? RemovedBy { get; private set; }

    public bool IsRemoved => RemovedAt is not null;

    internal static Outcome<Post> Write(Thread thread, Guid authorId, string body, Guid? parentId, Instant now)
    {
        if (Check(body) is { } refusal) return refusal;
        return new Post { Id = Guid.CreateVersion7(), ThreadId = thread.Id, CourseId = thread.CourseId, AuthorId = authorId, ParentId = parentId, Body = body.Trim(), CreatedAt = now };
    }

    public Outcome<Done> Edit(string body, Guid by, Instant now)
    {
        if (by != AuthorId || IsRemoved) return Refusal.NotFound;
        if (Check(body) is { } refusal) return refusal;
        if (body.Trim() != Body) (Body, EditedAt) = (body.Trim(), now);
        return new Done();
    }

    public Outcome<Done> Attach(Guid file)
    {
        if (Files.Count >= MostFiles) return DiscussionRefusals.TooManyFiles;
        Files = [.. Files, file];
        return new Done();
    }

    /// <summary>The place stays, so that answers to it stand where they stood; the words are gone, and so are its files.</summary>
    public Outcome<Done> Remove(Guid by, bool moderates, Instant now)
    {
        if (by != AuthorId && !moderates) return Refusal.NotFound;
        if (!IsRemoved) (Body, Files, RemovedAt, RemovedBy) = ("", [], now, by);
        return new Done();
    }

    private static Refusal? Check(string body) =>
        string.IsNullOrWhiteSpace(body) ? DiscussionRefusals.Empty : body.Length > 20_000 ? DiscussionRefusals.TooLong : null;
}
