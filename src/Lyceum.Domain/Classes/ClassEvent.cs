using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>
/// Everything that can stand in a class's log: a closed list. An event says what happened; who did it, when, at which offset and
/// for whose eyes stand on its <see cref="LoggedEvent"/>. Lines, questions and polls are known by the sequence of the event that made them.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ClassOpened), "classOpened")]
[JsonDerivedType(typeof(ClassStarted), "classStarted")]
[JsonDerivedType(typeof(ClassEnded), "classEnded")]
[JsonDerivedType(typeof(Introduced), "introduced")]
[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(Left), "left")]
[JsonDerivedType(typeof(RoomResumed), "roomResumed")]
[JsonDerivedType(typeof(HandRaised), "handRaised")]
[JsonDerivedType(typeof(HandLowered), "handLowered")]
[JsonDerivedType(typeof(ChatPosted), "chatPosted")]
[JsonDerivedType(typeof(ChatRemoved), "chatRemoved")]
[JsonDerivedType(typeof(LineReacted), "lineReacted")]
[JsonDerivedType(typeof(LineReactionTaken), "lineReactionTaken")]
[JsonDerivedType(typeof(QuestionAnsweredInWriting), "questionAnsweredInWriting")]
[JsonDerivedType(typeof(QuestionContinued), "questionContinued")]
[JsonDerivedType(typeof(DeckShown), "deckShown")]
[JsonDerivedType(typeof(SlideTurned), "slideTurned")]
[JsonDerivedType(typeof(QuestionAsked), "questionAsked")]
[JsonDerivedType(typeof(QuestionVoted), "questionVoted")]
[JsonDerivedType(typeof(QuestionUnvoted), "questionUnvoted")]
[JsonDerivedType(typeof(QuestionRemoved), "questionRemoved")]
[JsonDerivedType(typeof(AnswerStarted), "answerStarted")]
[JsonDerivedType(typeof(QuestionAnswered), "questionAnswered")]
[JsonDerivedType(typeof(PollPrepared), "pollPrepared")]
[JsonDerivedType(typeof(PollOpened), "pollOpened")]
[JsonDerivedType(typeof(PollAnswered), "pollAnswered")]
[JsonDerivedType(typeof(PollAnswerCounted), "pollAnswerCounted")]
[JsonDerivedType(typeof(PollClosed), "pollClosed")]
[JsonDerivedType(typeof(PollResultsShown), "pollResultsShown")]
[JsonDerivedType(typeof(CheckpointWithdrawn), "checkpointWithdrawn")]
[JsonDerivedType(typeof(LostMarked), "lostMarked")]
[JsonDerivedType(typeof(DoorKept), "doorKept")]
[JsonDerivedType(typeof(Knocked), "knocked")]
[JsonDerivedType(typeof(PeopleLetIn), "peopleLetIn")]
[JsonDerivedType(typeof(PersonSentAway), "personSentAway")]
[JsonDerivedType(typeof(CoHostNamed), "coHostNamed")]
[JsonDerivedType(typeof(CoHostDismissed), "coHostDismissed")]
[JsonDerivedType(typeof(BreakoutsOpened), "breakoutsOpened")]
[JsonDerivedType(typeof(BreakoutAssigned), "breakoutAssigned")]
[JsonDerivedType(typeof(BreakoutEntered), "breakoutEntered")]
[JsonDerivedType(typeof(HelpCalled), "helpCalled")]
[JsonDerivedType(typeof(HelpAnswered), "helpAnswered")]
[JsonDerivedType(typeof(BreakoutsTold), "breakoutsTold")]
[JsonDerivedType(typeof(BreakoutsRecalled), "breakoutsRecalled")]
[JsonDerivedType(typeof(BreakoutsExtended), "breakoutsExtended")]
[JsonDerivedType(typeof(BreakoutsClosed), "breakoutsClosed")]
[JsonDerivedType(typeof(InBreakout), "inBreakout")]
[JsonDerivedType(typeof(PeopleWent), "peopleWent")]
[JsonDerivedType(typeof(GuestLinkShared), "guestLinkShared")]
[JsonDerivedType(typeof(SlotsQueued), "slotsQueued")]
[JsonDerivedType(typeof(SlotStarted), "slotStarted")]
[JsonDerivedType(typeof(SlotEnded), "slotEnded")]
[JsonDerivedType(typeof(ChapterStarted), "chapterStarted")]
[JsonDerivedType(typeof(TurnedOn), "turnedOn")]
[JsonDerivedType(typeof(TurnedOff), "turnedOff")]
[JsonDerivedType(typeof(MediaAllowed), "mediaAllowed")]
[JsonDerivedType(typeof(PresenterNamed), "presenterNamed")]
[JsonDerivedType(typeof(PresenterDismissed), "presenterDismissed")]
[JsonDerivedType(typeof(PersonPutForward), "personPutForward")]
[JsonDerivedType(typeof(CaptionWritten), "captionWritten")]
[JsonDerivedType(typeof(CaptionedByMachine), "captionedByMachine")]
[JsonDerivedType(typeof(TrackBegan), "trackBegan")]
[JsonDerivedType(typeof(TrackAligned), "trackAligned")]
[JsonDerivedType(typeof(TrackEnded), "trackEnded")]
[JsonDerivedType(typeof(VoicesHeard), "voicesHeard")]
[JsonDerivedType(typeof(StrokeDrawn), "strokeDrawn")]
[JsonDerivedType(typeof(StrokesErased), "strokesErased")]
[JsonDerivedType(typeof(BoardOpened), "boardOpened")]
[JsonDerivedType(typeof(BoardClosed), "boardClosed")]
[JsonDerivedType(typeof(BoardAllowed), "boardAllowed")]
[JsonDerivedType(typeof(BoardChanged), "boardChanged")]
[JsonDerivedType(typeof(BoardCleared), "boardCleared")]
[JsonDerivedType(typeof(Erased), "erased")]
public abstract record ClassEvent;

/// <summary>The doors open: the lobby may be entered. The plan is copied, so that the log explains itself. Instants are UTC.</summary>
public sealed record ClassOpened(string Title, Instant PlannedStart, Instant PlannedEnd, ImmutableArray<PlanSegment> Segments) : ClassEvent;

/// <summary>Offset 0 of the class's own timeline.</summary>
public sealed record ClassStarted : ClassEvent;

/// <summary>The last offset of the timeline. What comes later is late, and lands at an offset before this one.</summary>
public sealed record ClassEnded : ClassEvent;

/// <summary>Names the actor, before anything else that this person does; again when the name or the role has changed.</summary>
public sealed record Introduced(string Name, ClassRole Role) : ClassEvent;

/// <summary>One connection of the actor came; a person is present while one of theirs is.</summary>
public sealed record Joined(string ConnectionId) : ClassEvent;

/// <summary>One connection of the actor went. <paramref name="SeenUntilMs"/> is the offset at which it was last known to live.</summary>
public sealed record Left(string ConnectionId, long SeenUntilMs) : ClassEvent;

/// <summary>The server came back: every connection it had is gone since <paramref name="SeenUntilMs"/>, the last offset it knows of.</summary>
public sealed record RoomResumed(long SeenUntilMs) : ClassEvent;

public sealed record HandRaised : ClassEvent;

public sealed record HandLowered(Guid PersonId) : ClassEvent;

/// <summary>A PDF, by the id of its stored file, shows its first slide.</summary>
public sealed record DeckShown(Guid FileId, string Name) : ClassEvent;

/// <summary>Slides count from 1.</summary>
public sealed record SlideTurned(int Slide) : ClassEvent;

/// <summary>A question to the instructor; its text is empty once it has been redacted.</summary>
public sealed record QuestionAsked(string Text) : ClassEvent;

public sealed record QuestionVoted(long QuestionId) : ClassEvent;

public sealed record QuestionUnvoted(long QuestionId) : ClassEvent;

public sealed record QuestionRemoved(long QuestionId) : ClassEvent;

/// <summary>The answer is heard from this offset on.</summary>
public sealed record AnswerStarted(long QuestionId) : ClassEvent;

public sealed record QuestionAnswered(long QuestionId) : ClassEvent;

/// <summary>For staff and co-hosts. <paramref name="Correct"/> holds the indexes (from 0) of the right options; empty for an opinion.</summary>
public sealed record PollPrepared(string Question, ImmutableArray<string> Options, ImmutableArray<int> Correct, bool IsMultiple, PollKind Kind = PollKind.Choice) : ClassEvent;

public sealed record PollOpened(long PollId, string Question, ImmutableArray<string> Options, bool IsMultiple, PollKind Kind = PollKind.Choice) : ClassEvent;

/// <summary>What the actor chose (indexes from 0), for the actor and staff.</summary>
public sealed record PollAnswered(long PollId, ImmutableArray<int> Choices, string? Word = null) : ClassEvent;

/// <summary>That somebody answered, for everybody; late ones are counted apart.</summary>
public sealed record PollAnswerCounted(long PollId) : ClassEvent;

public sealed record PollClosed(long PollId) : ClassEvent;

/// <summary>
/// Votes per option, live and later apart. Live it is for those who are there or have answered;
/// afterwards each person gets their own upon answering.
/// </summary>
public sealed record PollResultsShown(long PollId, ImmutableArray<int> Live, ImmutableArray<int> Later, ImmutableArray<int> Correct, ImmutableArray<PollWord>? Words = null) : ClassEvent;

/// <summary>A poll that staff had put into the class after its end is none of it any more; it is prepared again.</summary>
public sealed record CheckpointWithdrawn(long PollId) : ClassEvent;

/// <summary>"I'm lost", here: for the actor and for staff, who are not told whose it is.</summary>
public sealed record LostMarked : ClassEvent;

public sealed record ChapterStarted(string Title) : ClassEvent;
