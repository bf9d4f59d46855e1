namespace Lyceum.Domain.Classes;

/// <summary>Something happened then, and what it was, and who did it, has been deleted for good. It changes nothing; its place in the sequence stays.</summary>
public sealed record Erased : ClassEvent;
