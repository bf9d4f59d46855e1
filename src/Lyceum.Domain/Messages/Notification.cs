using NodaTime;

namespace Lyceum.Domain.Messages;

/// <summary>Something new for one person. The text is a key of the words with its arguments, so that each reads it in their own language.</summary>
public sealed class Notification
{
    private Notification() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid? CourseId { get; private set; }
    /// <summary>Who caused it, for the face beside it.</summary>
    public Guid? ActorId { get; private set; }
    public string Text { get; private set; } = "";
    public IReadOnlyList<string> Arguments { get; private set; } = [];
    /// <summary>Path within the application.</summary>
    public string Link { get; private set; } = "";
    public Instant CreatedAt { get; private set; }
    public Instant? ReadAt { get; private set; }

    public static Notification New(Guid personId, string text, IReadOnlyList<string> arguments, string link, Instant now, Guid? courseId = null, Guid? actorId = null) =>
        new() { Id = Guid.CreateVersion7(), PersonId = personId, Text = text, Arguments = arguments, Link = link, CreatedAt = now, CourseId = courseId, ActorId = actorId };

    public void Read(Instant now) => ReadAt ??= now;
}
