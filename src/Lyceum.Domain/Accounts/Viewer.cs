namespace Lyceum.Domain.Accounts;

/// <summary>Who is asking. Every visibility query starts from it; a visitor has no person.</summary>
public sealed record Viewer(Guid? PersonId, bool IsStaff)
{
    public static Viewer Visitor { get; } = new(null, false);
    public bool IsSignedIn => PersonId is not null;
}
