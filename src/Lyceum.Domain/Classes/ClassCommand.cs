using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>
/// Everything that can be asked of a class: a closed list. Those listed here with a name may be sent by a participant;
/// <see cref="ServerCommand"/>s have none, so that they cannot come over the wire.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(StartClass), "startClass")]
[JsonDerivedType(typeof(EndClass), "endClass")]
[JsonDerivedType(typeof(RaiseHand), "raiseHand")]
[JsonDerivedType(typeof(LowerHand), "lowerHand")]
[JsonDerivedType(typeof(LowerAllHands), "lowerAllHands")]
[JsonDerivedType(typeof(PostChat), "postChat")]
[JsonDerivedType(typeof(RemoveChat), "removeChat")]
[JsonDerivedType(typeof(ReactToLine), "reactToLine")]
[JsonDerivedType(typeof(AnswerInWriting), "answerInWriting")]
[JsonDerivedType(typeof(ShowDeck), "showDeck")]
[JsonDerivedType(typeof(TurnSlide), "turnSlide")]
[JsonDerivedType(typeof(AskQuestion), "askQuestion")]
[JsonDerivedType(typeof(VoteQuestion), "voteQuestion")]
[JsonDerivedType(typeof(UnvoteQuestion), "unvoteQuestion")]
[JsonDerivedType(typeof(RemoveQuestion), "removeQuestion")]
[JsonDerivedType(typeof(StartAnswer), "startAnswer")]
[JsonDerivedType(typeof(FinishAnswer), "finishAnswer")]
[JsonDerivedType(typeof(PreparePoll), "preparePoll")]
[JsonDerivedType(typeof(OpenPoll), "openPoll")]
[JsonDerivedType(typeof(AnswerPoll), "answerPoll")]
[JsonDerivedType(typeof(ClosePoll), "closePoll")]
[JsonDerivedType(typeof(ShowPollResults), "showPollResults")]
[JsonDerivedType(typeof(WithdrawCheckpoint), "withdrawCheckpoint")]
[JsonDerivedType(typeof(MarkLost), "markLost")]
[JsonDerivedType(typeof(KeepDoor), "keepDoor")]
[JsonDerivedType(typeof(LetIn), "letIn")]
[JsonDerivedType(typeof(SendAway), "sendAway")]
[JsonDerivedType(typeof(NameCoHost), "nameCoHost")]
[JsonDerivedType(typeof(DismissCoHost), "dismissCoHost")]
[JsonDerivedType(typeof(StartSlot), "startSlot")]
[JsonDerivedType(typeof(EndSlot), "endSlot")]
[JsonDerivedType(typeof(OpenBreakouts), "openBreakouts")]
[JsonDerivedType(typeof(MoveToBreakout), "moveToBreakout")]
[JsonDerivedType(typeof(EnterBreakout), "enterBreakout")]
[JsonDerivedType(typeof(CallForHelp), "callForHelp")]
[JsonDerivedType(typeof(AnswerHelp), "answerHelp")]
[JsonDerivedType(typeof(TellBreakouts), "tellBreakouts")]
[JsonDerivedType(typeof(RecallBreakouts), "recallBreakouts")]
[JsonDerivedType(typeof(ExtendBreakouts), "extendBreakouts")]
[JsonDerivedType(typeof(DoInBreakout), "doInBreakout")]
[JsonDerivedType(typeof(StartChapter), "startChapter")]
[JsonDerivedType(typeof(TurnOn), "turnOn")]
[JsonDerivedType(typeof(TurnOff), "turnOff")]
[JsonDerivedType(typeof(MuteStudents), "muteStudents")]
[JsonDerivedType(typeof(AllowMedia), "allowMedia")]
[JsonDerivedType(typeof(NamePresenter), "namePresenter")]
[JsonDerivedType(typeof(DismissPresenter), "dismissPresenter")]
[JsonDerivedType(typeof(PutForward), "putForward")]
[JsonDerivedType(typeof(WriteCaption), "writeCaption")]
[JsonDerivedType(typeof(CaptionByMachine), "captionByMachine")]
[JsonDerivedType(typeof(DrawStroke), "drawStroke")]
[JsonDerivedType(typeof(EraseStrokes), "eraseStrokes")]
[JsonDerivedType(typeof(ClearSlide), "clearSlide")]
[JsonDerivedType(typeof(OpenBoard), "openBoard")]
[JsonDerivedType(typeof(CloseBoard), "closeBoard")]
[JsonDerivedType(typeof(AllowBoard), "allowBoard")]
[JsonDerivedType(typeof(ChangeBoard), "changeBoard")]
[JsonDerivedType(typeof(ClearBoard), "clearBoard")]
public abstract record ClassCommand;

public sealed record StartClass : ClassCommand;

public sealed record EndClass : ClassCommand;

public sealed record RaiseHand : ClassCommand;

/// <summary>One's own, or for staff anybody's.</summary>
public sealed record LowerHand(Guid PersonId) : ClassCommand;

public sealed record LowerAllHands : ClassCommand;

/// <summary>A stored PDF of the course. The server looks its name up.</summary>
public sealed record ShowDeck(Guid FileId) : ClassCommand;

public sealed record TurnSlide(int Slide) : ClassCommand;

public sealed record AskQuestion(string Text) : ClassCommand;

public sealed record VoteQuestion(long QuestionId) : ClassCommand;

public sealed record UnvoteQuestion(long QuestionId) : ClassCommand;

public sealed record RemoveQuestion(long QuestionId) : ClassCommand;

public sealed record StartAnswer(long QuestionId) : ClassCommand;

public sealed record FinishAnswer(long QuestionId) : ClassCommand;

/// <summary>A scale has as many steps as <paramref name="Options"/>; a poll for a word has none.</summary>
public sealed record PreparePoll(string Question, ImmutableArray<string> Options, ImmutableArray<int> Correct, bool IsMultiple, PollKind Kind = PollKind.Choice) : ClassCommand;

/// <summary>Live, opens it for all. After the class staff put it as a checkpoint at a place of the replay: whoever comes there answers it first.</summary>
public sealed record OpenPoll(long PollId) : ClassCommand;

/// <summary>Choices, or for a poll that asks for one a word.</summary>
public sealed record AnswerPoll(long PollId, ImmutableArray<int> Choices, string? Word = null) : ClassCommand;

public sealed record ClosePoll(long PollId) : ClassCommand;

public sealed record ShowPollResults(long PollId) : ClassCommand;

/// <summary>Takes a poll out again that was put into the class after its end.</summary>
public sealed record WithdrawCheckpoint(long PollId) : ClassCommand;

public sealed record MarkLost : ClassCommand;

public sealed record StartChapter(string Title) : ClassCommand;

/// <summary>What only the server asks of a class, on behalf of the clock, a connection or a page.</summary>
public abstract record ServerCommand : ClassCommand;

/// <summary>Open the doors with what was prepared.</summary>
public sealed record OpenClass(
    string Title, Instant PlannedStart, Instant PlannedEnd, ImmutableArray<PlanSegment> Segments, PreparedDeck? Deck, ImmutableArray<PreparePoll> Polls) : ServerCommand;

public sealed record StartByClock : ServerCommand;

public sealed record EndByClock : ServerCommand;

public sealed record ConnectPerson(string ConnectionId) : ServerCommand;

/// <summary><paramref name="SeenAt"/>: when it was last known to live, where that was before now.</summary>
public sealed record DisconnectPerson(string ConnectionId, Instant? SeenAt = null) : ServerCommand;

/// <summary>The server starts with a log in which connections still stand open, though nothing lived after <paramref name="AliveUntil"/>.</summary>
public sealed record ResumeRoom(Instant AliveUntil) : ServerCommand;

/// <summary><see cref="ShowDeck"/> once the file has been found and its name is known.</summary>
public sealed record ShowFoundDeck(PreparedDeck Deck) : ServerCommand;
