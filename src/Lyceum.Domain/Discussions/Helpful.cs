namespace Lyceum.Domain.Discussions;

/// <summary>One person found one post helpful.</summary>
public sealed class Helpful
{
    private Helpful() { }

    public Guid PostId { get; private set; }
    public Guid PersonId { get; private set; }

    public static Helpful New(Guid postId, Guid personId) => new() { PostId = postId, PersonId = personId };
}
