using System.Collections.Immutable;
using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>A recording that a flipped class takes along, and what is blanked in it, in milliseconds of its own time.</summary>
public sealed record FlippedTrack(string File, bool IsPicture, ImmutableArray<(long From, long Until)> Cuts);

/// <summary>
/// The log of a past class without its people, to be given again as a lesson: what those who taught said, showed and drew, and its polls, unanswered. Nothing
/// that students did is in it, neither what was cut, nor who was taken out. What nobody thought of yet is left behind.
/// </summary>
public sealed class FlippedClass
{
    private readonly ClassState state;
    private readonly EditedReplay edited;
    private readonly ImmutableHashSet<Guid> teachers;
    private readonly ImmutableHashSet<Guid> staff;
    private readonly Dictionary<long, long> places = [];
    private readonly Instant started;

    /// <param name="log">The whole log of an ended class, by sequence.</param>
    /// <param name="edits">Those of its replay that stand.</param>
    /// <param name="title">Of the lesson.</param>
    /// <param name="endedAt">When the lesson is there: its timeline ends at this instant, so that no date of the class is left in it.</param>
    /// <param name="decks">The slides of the other course, by those of the class; what is not among them is not shown.</param>
    public FlippedClass(IReadOnlyList<LoggedEvent> log, IReadOnlyCollection<ReplayEdit> edits, string title, Instant endedAt, IReadOnlyDictionary<Guid, Guid> decks)
    {
        state = log.Aggregate(ClassState.Empty, (folded, logged) => folded.Apply(logged));
        edited = new EditedReplay(edits, log);
        staff = [.. state.People.Where(p => p.Value.Role is ClassRole.Instructor or ClassRole.Assistant).Select(p => p.Key)];
        teachers = [.. log.Select(e => e.Event).OfType<TrackBegan>().Where(t => staff.Contains(t.PersonId) && !edited.HidesTrack(t)).Select(t => t.PersonId)];
        LengthMs = state.OffsetAt(state.EndedAt ?? endedAt);
        started = endedAt - Duration.FromMilliseconds(LengthMs);
        var kept = WithoutStudents(log).Concat(Polls()).OrderBy(e => e.OffsetMs).ThenBy(OrderOf).ToList();
        for (var i = 0; i < kept.Count; i++) places[kept[i].Sequence] = i + 1;
        Events = [.. kept.Select((e, i) => Placed(e, i + 1, title, decks))];
        Tracks = [.. kept.Select(e => e.Event).OfType<TrackBegan>().Select(Taken)];
    }

    public long LengthMs { get; }
    public ImmutableArray<LoggedEvent> Events { get; }
    public ImmutableArray<FlippedTrack> Tracks { get; }
    /// <summary>What is cut out of the lesson, as it was out of the class.</summary>
    public Stretches Cuts => edited.Cuts;

    /// <summary>The slides that those who taught a class showed.</summary>
    public static IReadOnlyCollection<Guid> DecksOf(IEnumerable<LoggedEvent> log)
    {
        var decks = new HashSet<Guid>();
        var isStudentsTurn = false;
        foreach (var happened in log.Select(e => e.Event))
        {
            if (happened is SlotStarted or SlotEnded) isStudentsTurn = happened is SlotStarted;
            if (happened is DeckShown shown && !isStudentsTurn) decks.Add(shown.FileId);
        }
        return decks;
    }

    private IEnumerable<LoggedEvent> WithoutStudents(IReadOnlyList<LoggedEvent> log)
    {
        var isStudentsTurn = false;
        foreach (var logged in log)
        {
            if (logged.Event is SlotStarted or SlotEnded) isStudentsTurn = logged.Event is SlotStarted;
            if (logged.IsLate || logged.Audience.Kind != AudienceKind.All || edited.Show(logged, Guid.Empty) is not { } shown || Kept(shown, isStudentsTurn) is not { } kept) continue;
            yield return kept with { ActorId = kept.ActorId is { } actor && teachers.Contains(actor) ? actor : null, Key = null };
        }
    }

    // Slides that a student showed are the student's.
    private LoggedEvent? Kept(LoggedEvent logged, bool isStudentsTurn) => logged.Event switch
    {
        ClassOpened or ClassStarted or ClassEnded or RoomResumed => logged,
        Introduced or Joined or Left or CaptionWritten or TurnedOn => IsTeacher(logged.ActorId) ? logged : null,
        TurnedOff e => IsTeacher(e.PersonId) ? logged : null,
        TrackBegan e => IsTeacher(e.PersonId) ? logged : null,
        TrackAligned e => IsKeptTrack(e.TrackId) ? logged : null,
        TrackEnded e => IsKeptTrack(e.TrackId) ? logged : null,
        VoicesHeard e when e.Stretches.Keys.Any(person => IsTeacher(person)) => logged with { Event = new VoicesHeard(e.Stretches.Where(s => IsTeacher(s.Key)).ToImmutableDictionary()) },
        PersonPutForward e => logged with { Event = new PersonPutForward(IsTeacher(e.PersonId) ? e.PersonId : null) },
        DeckShown or SlideTurned or ChapterStarted => isStudentsTurn ? null : logged,
        StrokeDrawn or BoardChanged => logged.ActorId is { } actor && staff.Contains(actor) && !isStudentsTurn ? logged : null,
        StrokesErased or BoardOpened or BoardClosed or BoardCleared => logged,
        _ => null,
    };

    private bool IsTeacher(Guid? person) => person is { } one && teachers.Contains(one);

    private bool IsKeptTrack(long id) => state.Media.Tracks.FirstOrDefault(t => t.Id == id) is { } track && IsTeacher(track.PersonId);

    // Checkpoints that were added afterwards are polls like the others; what was prepared and never asked can still be.
    private IEnumerable<LoggedEvent> Polls()
    {
        foreach (var poll in state.Polls.Where(p => p.OpenedMs is not { } at || !edited.Cuts.Any(c => at >= c.FromMs && at < c.UntilMs)))
        {
            yield return New(poll.Id, 0, Audience.Hosts, new PollPrepared(poll.Question, poll.Options, poll.Correct, poll.IsMultiple, poll.Kind));
            if (poll.OpenedMs is not { } opened) continue;
            yield return New(-2 * poll.Id, opened, Audience.All, new PollOpened(poll.Id, poll.Question, poll.Options, poll.IsMultiple, poll.Kind));
            yield return New(-2 * poll.Id - 1, Math.Max(opened, poll.ClosedMs ?? LengthMs), Audience.All, new PollClosed(poll.Id));
        }
    }

    private static LoggedEvent New(long sequence, long offset, Audience audience, ClassEvent happened) => new(sequence, default, offset, audience, null, null, false, happened);

    // The doors first, with what was prepared; the end last.
    private static (int, long) OrderOf(LoggedEvent logged) => logged.Event switch
    {
        ClassOpened => (0, logged.Sequence),
        PollPrepared => (1, logged.Sequence),
        PollOpened or PollClosed => (3, -logged.Sequence),
        ClassEnded => (4, 0),
        _ => (2, logged.Sequence),
    };

    private LoggedEvent Placed(LoggedEvent logged, long sequence, string title, IReadOnlyDictionary<Guid, Guid> decks) => logged with
    {
        Sequence = sequence,
        At = started + Duration.FromMilliseconds(logged.OffsetMs),
        Event = logged.Event switch
        {
            ClassOpened e => e with { Title = title, PlannedStart = started, PlannedEnd = started + Duration.FromMilliseconds(LengthMs) },
            DeckShown e => e with { FileId = decks.GetValueOrDefault(e.FileId) },
            StrokeDrawn e => e with { DeckId = decks.GetValueOrDefault(e.DeckId) },
            StrokesErased e => e with { StrokeIds = [.. e.StrokeIds.Where(places.ContainsKey).Select(id => places[id])] },
            TrackAligned e => e with { TrackId = places[e.TrackId] },
            TrackEnded e => e with { TrackId = places[e.TrackId] },
            PollOpened e => e with { PollId = places[e.PollId] },
            PollClosed e => e with { PollId = places[e.PollId] },
            var other => other,
        },
    };

    private FlippedTrack Taken(TrackBegan began)
    {
        var track = state.Media.Tracks.First(t => t.File == began.File);
        return new(began.File, began.Source is MediaSource.Camera or MediaSource.Screen, [.. edited.Cuts.Select(c => (c.FromMs - track.StartMs, c.UntilMs - track.StartMs)).Where(c => c.Item2 > 0)]);
    }
}
