using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>
/// The first message on a connection that joined, and again whenever it lagged too far. With <paramref name="State"/> it is a snapshot of what
/// everybody may see at some point before, on which <paramref name="Events"/> are applied in their order: those for this person's eyes, and what came since; without,
/// the events are exactly those that this client misses. Afterwards the client stands at <paramref name="Through"/>.
/// </summary>
public sealed record Welcome(long Through, Instant ServerNow, Guid PersonId, ClassRole Role, ClassState? State, ImmutableArray<SeenEvent> Events);

/// <summary>
/// Events after <paramref name="After"/>. A client that stands elsewhere than at <paramref name="After"/> joins again from where it stands;
/// otherwise it applies them and stands at <paramref name="Through"/>, past what it may not see.
/// </summary>
public sealed record EventBatch(long After, long Through, ImmutableArray<SeenEvent> Events);

/// <summary>The answer to a command, given once it is durable. A repeated key gets the receipt of the first.</summary>
public sealed record Receipt(string Key, bool IsAccepted, long Sequence, SentRefusal? Refusal);

/// <summary>A <see cref="Domain.Refusal"/> as the browser gets it; the message is already in the reader's language.</summary>
public sealed record SentRefusal(string Kind, string Message);

/// <summary>What is only of the moment: broadcast to those who can keep up, never stored.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Reaction), "reaction")]
[JsonDerivedType(typeof(Typing), "typing")]
[JsonDerivedType(typeof(Pointer), "pointer")]
[JsonDerivedType(typeof(VoicesNow), "voices")]
[JsonDerivedType(typeof(BoardDraft), "boardDraft")]
[JsonDerivedType(typeof(NotesWritten), "notesWritten")]
public abstract record ClassSignal;

public enum ReactionKind { Clap, Heart, Laugh, Surprise, Yes, No }

public sealed record Reaction(ReactionKind Kind) : ClassSignal;

public sealed record Typing : ClassSignal;

/// <summary>The presenter's pointer, in fractions of the slide's width and height.</summary>
public sealed record Pointer(double X, double Y) : ClassSignal;

public sealed record SentSignal(Guid PersonId, ClassSignal Signal);

/// <summary>A stretch of the timeline that was watched, in milliseconds; the end is not included.</summary>
public sealed record WatchedInterval(long FromMs, long UntilMs);

/// <summary>The whole log that somebody may see, as the replay gets it, and the stretches that it goes on behind.</summary>
public sealed record ReplayLog(long Through, Guid PersonId, ClassRole Role, ImmutableArray<SeenEvent> Events, ImmutableArray<WatchedInterval> Watched, ImmutableArray<WatchedInterval> Cuts);
