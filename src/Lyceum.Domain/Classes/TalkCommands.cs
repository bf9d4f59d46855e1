namespace Lyceum.Domain.Classes;

/// <summary>To everybody, or to the staff of the course alone. A reply joins the thread of the line that it answers, and is for those who see that.</summary>
public sealed record PostChat(string Text, long? ReplyTo = null, bool IsToStaff = false) : ClassCommand;

/// <summary>One's own line, or for staff anybody's. The text is redacted in the log.</summary>
public sealed record RemoveChat(long LineId) : ClassCommand;

/// <summary>One's own sign under a line; the same again takes it away.</summary>
public sealed record ReactToLine(long LineId, ReactionKind Kind) : ClassCommand;

/// <summary>Answers a question in words, in the class or afterwards.</summary>
public sealed record AnswerInWriting(long QuestionId, string Text) : ClassCommand;

/// <summary>A question that the class left open goes on as a thread of the course.</summary>
public sealed record ContinueQuestion(long QuestionId, Guid ThreadId) : ServerCommand;
