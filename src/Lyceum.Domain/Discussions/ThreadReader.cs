using NodaTime;

namespace Lyceum.Domain.Discussions;

/// <summary>One person and one thread: whether they follow it, and up to when they have read it.</summary>
public sealed class ThreadReader
{
    private ThreadReader() { }

    public Guid ThreadId { get; private set; }
    public Guid PersonId { get; private set; }
    public bool IsFollowing { get; private set; }
    public bool WantsMail { get; private set; } = true;
    public Instant? ReadUntil { get; private set; }

    public static ThreadReader New(Guid threadId, Guid personId) => new() { ThreadId = threadId, PersonId = personId };

    public void Follow() => (IsFollowing, WantsMail) = (true, true);
    public void Unfollow() => IsFollowing = false;
    public void StopMail() => WantsMail = false;
    public void ReadTo(Instant at) => ReadUntil = ReadUntil is { } known ? Instant.Max(known, at) : at;
}
