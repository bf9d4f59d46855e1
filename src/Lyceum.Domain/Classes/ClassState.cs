using System.Collections.Immutable;
using NodaTime;

namespace Lyceum.Domain.Classes;

public enum ClassPhase { Closed, Open, Live, Ended }

/// <summary>
/// What a log, or the part of it that somebody may see, adds up to. Immutable; made by <see cref="ClassReducer"/> alone, and by the same
/// reducer in the browser. Offsets are milliseconds on the class's timeline.
/// </summary>
public sealed record ClassState
{
    public static ClassState Empty { get; } = new();

    /// <summary>The highest sequence that went into it.</summary>
    public long Sequence { get; init; }
    public ClassPhase Phase { get; init; }
    public string Title { get; init; } = "";
    public Instant? PlannedStart { get; init; }
    public Instant? PlannedEnd { get; init; }
    public Instant? StartedAt { get; init; }
    public Instant? EndedAt { get; init; }
    public ImmutableArray<PlanSegment> Segments { get; init; } = [];
    public ImmutableDictionary<Guid, ClassPerson> People { get; init; } = ImmutableDictionary<Guid, ClassPerson>.Empty;
    /// <summary>In the order in which they went up.</summary>
    public ImmutableArray<RaisedHand> Hands { get; init; } = [];
    /// <summary>By id.</summary>
    public ImmutableArray<ChatLine> Chat { get; init; } = [];
    public ShownDeck? Deck { get; init; }
    /// <summary>What is drawn on the slides, by id.</summary>
    public ImmutableArray<Stroke> Ink { get; init; } = [];
    public RoomBoard Board { get; init; } = RoomBoard.Empty;
    public ImmutableArray<ClassQuestion> Questions { get; init; } = [];
    public ImmutableArray<ClassPoll> Polls { get; init; } = [];
    public ImmutableArray<LostMark> Lost { get; init; } = [];
    public ImmutableArray<ClassChapter> Chapters { get; init; } = [];
    /// <summary>Who leads beside the staff, in the order in which they were named.</summary>
    public ImmutableArray<Guid> CoHosts { get; init; } = [];
    public Breakouts Breakouts { get; init; } = Breakouts.None;
    /// <summary>For staff and co-hosts, in the order in which they were noticed.</summary>
    public ImmutableArray<SharedLink> SharedLinks { get; init; } = [];
    /// <summary>For staff and co-hosts: the presentations that are prepared, held ones too.</summary>
    public ImmutableArray<QueuedSlot> Queue { get; init; } = [];
    /// <summary>The presentations of students, in the order in which they began.</summary>
    public ImmutableArray<ClassSlot> Slots { get; init; } = [];
    public RoomDoor Door { get; init; } = RoomDoor.Open;
    public RoomMedia Media { get; init; } = RoomMedia.Empty;

    /// <summary>The offset of an instant: 0 before the start, the length of the class after its end.</summary>
    public long OffsetAt(Instant instant)
    {
        if (StartedAt is not { } start || instant < start) return 0;
        var end = EndedAt is { } ended && ended < instant ? ended : instant;
        return (long)(end - start).TotalMilliseconds;
    }
}

/// <summary>A part of the planned class, in minutes.</summary>
public sealed record PlanSegment(string Title, int Minutes);

/// <summary>A prepared PDF.</summary>
public sealed record PreparedDeck(Guid FileId, string Name);

/// <summary>Present while a connection of theirs is open.</summary>
public sealed record ClassPerson(string Name, ClassRole Role, ImmutableArray<string> Connections);

public sealed record RaisedHand(Guid PersonId, long OffsetMs);

public sealed record ChatLine(long Id, Guid PersonId, long OffsetMs, Instant At, bool IsLate, string Text, bool IsRemoved)
{
    /// <summary>The first line of the thread in which this is a reply.</summary>
    public long? ReplyTo { get; init; }
    /// <summary>For its author and the staff, or a reply to one of those.</summary>
    public bool IsToStaff { get; init; }
    public ImmutableArray<LineSign> Signs { get; init; } = [];
}

public sealed record LineSign(Guid PersonId, ReactionKind Kind);

/// <summary>Slides count from 1.</summary>
public sealed record ShownDeck(Guid FileId, string Name, int Slide);

public enum QuestionPhase { Asked, Answering, Answered }

public sealed record ClassQuestion(long Id, Guid PersonId, long OffsetMs, Instant At, bool IsLate, string Text)
{
    public ImmutableArray<Guid> Votes { get; init; } = [];
    public ImmutableArray<Guid> LateVotes { get; init; } = [];
    public QuestionPhase Phase { get; init; }
    /// <summary>Where the answer begins to be heard.</summary>
    public long? AnsweredFromMs { get; init; }
    public long? AnsweredUntilMs { get; init; }
    public bool IsRemoved { get; init; }
    public string? WrittenAnswer { get; init; }
    /// <summary>The discussion thread of the course in which it goes on.</summary>
    public Guid? ThreadId { get; init; }
}

/// <summary>Options to choose from, a scale from 1 on, or a word of one's own.</summary>
public enum PollKind { Choice, Scale, Word }

public enum PollPhase { Prepared, Open, Closed }

public sealed record ClassPoll(long Id, string Question, ImmutableArray<string> Options, bool IsMultiple)
{
    public PollKind Kind { get; init; }
    public PollPhase Phase { get; init; }
    /// <summary>The right options; empty for an opinion, and as long as one may not know them.</summary>
    public ImmutableArray<int> Correct { get; init; } = [];
    public long? OpenedMs { get; init; }
    public long? ClosedMs { get; init; }
    /// <summary>When staff put it into the class after its end, as a checkpoint for those who watch; null for a poll of the class itself.</summary>
    public Instant? AddedAt { get; init; }
    /// <summary>Everybody's for staff, one's own otherwise.</summary>
    public ImmutableDictionary<Guid, PollAnswer> Answers { get; init; } = ImmutableDictionary<Guid, PollAnswer>.Empty;
    public int AnsweredLive { get; init; }
    public int AnsweredLater { get; init; }
    public PollResults? Results { get; init; }
}

public sealed record PollAnswer(ImmutableArray<int> Choices, bool IsLate, Instant At)
{
    public string? Word { get; init; }
}

/// <summary>Votes per option; where a word was asked for, how often each came.</summary>
public sealed record PollResults(ImmutableArray<int> Live, ImmutableArray<int> Later)
{
    public ImmutableArray<PollWord>? Words { get; init; }
}

public sealed record PollWord(string Text, int Live, int Later);

/// <summary>One's own, or for staff somebody's: nobody is named.</summary>
public sealed record LostMark(long OffsetMs, bool IsLate);

public sealed record ClassChapter(string Title, long OffsetMs);
