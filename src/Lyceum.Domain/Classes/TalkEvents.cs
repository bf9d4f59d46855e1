namespace Lyceum.Domain.Classes;

/// <summary>
/// A line of chat; its text is empty once it has been redacted. <paramref name="ReplyTo"/> is the first line of its thread.
/// One to the staff is for its author and them, and so is every reply in its thread.
/// </summary>
public sealed record ChatPosted(string Text, long? ReplyTo = null, bool IsToStaff = false) : ClassEvent;

public sealed record ChatRemoved(long LineId) : ClassEvent;

/// <summary>The actor's sign under a line, for those who see the line.</summary>
public sealed record LineReacted(long LineId, ReactionKind Kind) : ClassEvent;

public sealed record LineReactionTaken(long LineId, ReactionKind Kind) : ClassEvent;

public sealed record QuestionAnsweredInWriting(long QuestionId, string Text) : ClassEvent;

/// <summary>The question goes on in a discussion thread of the course.</summary>
public sealed record QuestionContinued(long QuestionId, Guid ThreadId) : ClassEvent;
