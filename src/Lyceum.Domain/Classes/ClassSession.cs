using System.Collections.Immutable;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>A scheduled live meeting: what an activity of its kind holds. What happens in it stands in its log.</summary>
public sealed class ClassSession
{
    public static readonly Duration UsualLobby = Duration.FromMinutes(10);
    /// <summary>A class that nobody ended is ended so long after its planned end; one that nobody opened by then was not held.</summary>
    public static readonly Duration LongestOverrun = Duration.FromMinutes(30);

    public static readonly Duration UsualLesson = Duration.FromMinutes(30);
    /// <summary>The recording of a lesson that nobody ended is ended so long after its start.</summary>
    public static readonly Duration LongestLesson = Duration.FromHours(4);

    private ClassSession() { }

    public Guid ActivityId { get; private set; }
    public Guid CourseId { get; private set; }
    /// <summary>Null = for the whole course.</summary>
    public Guid? SectionId { get; private set; }
    public Instant Starts { get; private set; }
    public Instant Ends { get; private set; }
    /// <summary>When the doors open.</summary>
    public Instant LobbyOpens { get; private set; }
    /// <summary>Until when watching the replay and answering late count; null = without end.</summary>
    public Instant? ReplayCountsUntil { get; private set; }
    public CreditRule Credit { get; private set; } = CreditRule.Usual;
    public Guid? DeckFileId { get; private set; }
    public string? DeckName { get; private set; }
    public ImmutableArray<PreparePoll> Polls { get; private set; } = [];
    public ImmutableArray<PlanSegment> Segments { get; private set; } = [];
    /// <summary>The plan of weekly classes that it comes from, and its date there, before any move.</summary>
    public Guid? PlanId { get; private set; }
    public LocalDate? PlanDate { get; private set; }
    /// <summary>What the log says, kept here for lists.</summary>
    public Instant? StartedAt { get; private set; }
    public Instant? EndedAt { get; private set; }
    /// <summary>When a server last held this class open.</summary>
    public Instant? AliveAt { get; private set; }

    /// <summary>Without an hour: recorded by staff alone, or made of a past class, and only ever replayed.</summary>
    public bool IsLesson { get; private set; }
    /// <summary>The class that a lesson was made of, or goes before.</summary>
    public Guid? LessonOf { get; private set; }

    public PreparedDeck? Deck => DeckFileId is { } file ? new(file, DeckName ?? "") : null;
    public bool HasEnded => EndedAt is not null;

    public static Outcome<ClassSession> New(Activity activity, Instant starts, Instant ends, Duration? lobby = null, Guid? sectionId = null)
    {
        var session = new ClassSession { ActivityId = activity.Id, CourseId = activity.CourseId, SectionId = sectionId };
        var placed = session.Reschedule(starts, ends, lobby ?? UsualLobby);
        return placed.IsRefused ? placed.Refusal : session;
    }

    /// <summary>A lesson that is yet to be recorded. Its hours say when it was made; nothing hangs on them.</summary>
    public static ClassSession Lesson(Activity activity, Guid? lessonOf, Instant now) =>
        new() { ActivityId = activity.Id, CourseId = activity.CourseId, IsLesson = true, LessonOf = lessonOf, Starts = now, Ends = now + UsualLesson, LobbyOpens = now };

    public Outcome<Done> Reschedule(Instant starts, Instant ends, Duration lobby)
    {
        if (StartedAt is not null) return ClassRefusals.AlreadyStarted;
        if (ends <= starts || ends - starts > Duration.FromHours(12)) return Refusal.Invalid("A class ends after it starts, within twelve hours.", nameof(Ends));
        if (lobby < Duration.Zero || lobby > Duration.FromHours(2)) return Refusal.Invalid("The doors open at most two hours before.", nameof(LobbyOpens));
        (Starts, Ends, LobbyOpens) = (starts, ends, starts - lobby);
        return new Done();
    }

    public void ComeFrom(Guid planId, LocalDate date) => (PlanId, PlanDate) = (planId, date);

    public void CountBy(CreditRule rule, Instant? replayCountsUntil) => (Credit, ReplayCountsUntil) = (rule, replayCountsUntil);

    public Outcome<Done> Prepare(PreparedDeck? deck, IEnumerable<PreparePoll> polls, IEnumerable<PlanSegment> segments)
    {
        var prepared = polls.Select(PollRules.Prepare).ToArray();
        if (prepared.FirstOrDefault(p => p.IsRefused) is { IsRefused: true } refused) return refused.Refusal;
        if (prepared.Length > 40) return Refusal.Invalid("At most 40 polls can be prepared.", nameof(Polls));
        ImmutableArray<PlanSegment> parts = [.. segments.Where(s => s.Title.Trim().Length > 0).Select(s => new PlanSegment(s.Title.Trim(), Math.Clamp(s.Minutes, 1, 600)))];
        if (parts.Length > 20 || parts.Any(s => s.Title.Length > 60)) return Refusal.Invalid("A plan has at most 20 parts with short names.", nameof(Segments));
        (DeckFileId, DeckName, Polls, Segments) = (deck?.FileId, deck?.Name, [.. prepared.Select(p => p.Value)], parts);
        return new Done();
    }

    /// <summary>What its doors open with.</summary>
    public OpenClass Doors(string title) => new(title, Starts, Ends, Segments, Deck, Polls);

    public bool AreDoorsOpenAt(Instant now) => !IsLesson && now >= LobbyOpens;

    public bool IsPastAt(Instant now) => !IsLesson && now >= Ends + LongestOverrun;

    /// <summary>Nobody ended it.</summary>
    public bool IsForgottenAt(ClassState state, Instant now) => IsLesson ? now >= state.StartedAt + LongestLesson : now >= state.PlannedEnd + LongestOverrun;

    /// <summary>A lesson that is being recorded is for staff alone.</summary>
    public bool IsShutTo(ClassActor who, ClassPhase phase) => IsLesson && phase != ClassPhase.Ended && !who.IsStaff;

    public void Pulse(Instant now) => AliveAt = now;

    /// <summary>Follows the log: what a list shows without reading it.</summary>
    public void Follow(LoggedEvent logged)
    {
        if (logged.Event is ClassStarted) StartedAt = logged.At;
        if (logged.Event is ClassEnded) EndedAt = logged.At;
    }
}
