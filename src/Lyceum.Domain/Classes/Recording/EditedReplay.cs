using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Lyceum.Domain.Classes;

/// <summary>
/// The log of an ended class as students get it: without what was taken out, on the same timeline. What stands in a cut is left out; what only
/// changes how the room is arranged happens at the cut's end instead, so that everything after it looks as it did. Whoever is not to be named has
/// an empty name, which the reader's script fills.
/// </summary>
public sealed class EditedReplay
{
    private readonly Dictionary<Guid, HashSet<ReplayEditKind>> people = [];
    private readonly Dictionary<Guid, Guid> aliases;
    private readonly HashSet<long> gone = [];
    private readonly long lengthMs;
    private readonly Stretches unheard;

    /// <param name="edits">Those that stand.</param>
    /// <param name="log">All of it, by sequence.</param>
    public EditedReplay(IReadOnlyCollection<ReplayEdit> edits, IReadOnlyCollection<LoggedEvent> log)
    {
        Cuts = CutsOf(edits);
        foreach (var edit in edits.Where(e => e.PersonId is not null))
        {
            if (!people.TryGetValue(edit.PersonId!.Value, out var kinds)) people[edit.PersonId.Value] = kinds = [];
            kinds.Add(edit.Kind);
        }
        aliases = edits.Where(e => e.Kind == ReplayEditKind.Name).GroupBy(e => e.PersonId!.Value).ToDictionary(e => e.Key, e => AliasOf(e.Key, e.First().Id));
        lengthMs = log.LastOrDefault(e => e.Event is ClassEnded)?.OffsetMs ?? long.MaxValue;
        unheard = UnheardCaptions.Of(log, person => Has(person, ReplayEditKind.Sound) || Has(person, ReplayEditKind.Words));
        foreach (var logged in log) Follow(logged);
    }

    public Stretches Cuts { get; }

    public static Stretches CutsOf(IEnumerable<ReplayEdit> edits) => Stretches.Of(edits.Where(e => e.Kind == ReplayEditKind.Cut).Select(e => new WatchedInterval(e.FromMs, e.UntilMs)));

    /// <summary>Whether this recording of theirs is left out.</summary>
    public bool HidesTrack(TrackBegan track) => Has(track.PersonId, track.Source == MediaSource.Microphone ? ReplayEditKind.Sound : ReplayEditKind.Picture);

    /// <summary>What has been added since: to be called in the order of the log, before it is shown.</summary>
    public void Follow(LoggedEvent logged)
    {
        var isGone = logged.Event.Bare() switch
        {
            ChatPosted or QuestionAsked => IsCut(logged.OffsetMs) || (logged.ActorId is { } author && Has(author, ReplayEditKind.Words)),
            TrackBegan track => HidesTrack(track),
            _ => false,
        };
        if (isGone) gone.Add(logged.Sequence);
        if (logged.Event.Bare() is PollOpened poll && IsCut(logged.OffsetMs)) gone.Add(poll.PollId);
    }

    /// <summary>As this viewer, who is no staff, gets it; null when they do not.</summary>
    public LoggedEvent? Show(LoggedEvent logged, Guid viewer)
    {
        if (logged.Event is InBreakout inside)
            return Show(logged with { Event = inside.Event }, viewer) is { } shown ? shown with { Event = inside with { Event = shown.Event } } : null;
        if (gone.Contains(logged.Sequence) || (SubjectOf(logged.Event) is { } subject && gone.Contains(subject)) || IsTakenFrom(logged)) return null;
        if (Placed(logged) is not { } placed) return null;
        return Unnamed(placed.Event is ChatPosted { ReplyTo: { } first } line && gone.Contains(first) ? placed with { Event = line with { ReplyTo = null } } : placed, viewer);
    }

    private bool Has(Guid personId, ReplayEditKind kind) => people.TryGetValue(personId, out var kinds) && kinds.Contains(kind);

    private bool IsCut(long offsetMs) => CutAt(offsetMs) is not null;

    // What stands at the very end of the class goes with a cut that reaches it.
    private WatchedInterval? CutAt(long offsetMs) =>
        Cuts.FirstOrDefault(c => offsetMs >= c.FromMs && (offsetMs < c.UntilMs || (offsetMs == c.UntilMs && c.UntilMs >= lengthMs)));

    private bool IsTakenFrom(LoggedEvent logged) => logged switch
    {
        { Event: CaptionWritten, ActorId: { } by } => Has(by, ReplayEditKind.Words),
        { Event: CaptionWritten } => unheard.Any(stretch => logged.OffsetMs >= stretch.FromMs && logged.OffsetMs < stretch.UntilMs),
        { Event: PollAnswered { Word: not null }, ActorId: { } by } => Has(by, ReplayEditKind.Words),
        { Event: TurnedOn on, ActorId: { } by } => Has(by, on.Source == MediaSource.Microphone ? ReplayEditKind.Sound : ReplayEditKind.Picture),
        _ => false,
    };

    private LoggedEvent? Placed(LoggedEvent logged)
    {
        if (logged.Event is VoicesHeard heard) return logged with { Event = new VoicesHeard(Outside(heard.Stretches)) };
        if (CutAt(logged.OffsetMs) is not { } cut) return logged;
        return RoleInCut(logged.Event) switch
        {
            InCut.Stays => logged,
            InCut.Moves when cut.UntilMs < lengthMs || logged.Event is not (ChapterStarted or SlideTurned or DeckShown) => logged with { OffsetMs = cut.UntilMs },
            _ => null,
        };
    }

    private ImmutableDictionary<Guid, ImmutableArray<long>> Outside(ImmutableDictionary<Guid, ImmutableArray<long>> stretches) =>
        stretches.Where(s => !Has(s.Key, ReplayEditKind.Sound)).ToImmutableDictionary(s => s.Key,
            s => Stretches.Of(s.Value.Chunk(2).Select(p => new WatchedInterval(p[0], p[1]))).Without(Cuts).SelectMany(i => new[] { i.FromMs, i.UntilMs }).ToImmutableArray());

    private LoggedEvent Unnamed(LoggedEvent logged, Guid viewer)
    {
        var hidden = aliases.Where(a => a.Key != viewer).ToArray();
        if (hidden.Length == 0) return logged;
        var json = JsonSerializer.Serialize(logged.Event, ClassJson.Options);
        var said = hidden.Aggregate(json, (text, alias) => text
            .Replace(alias.Key.ToString("D"), alias.Value.ToString("D"), StringComparison.OrdinalIgnoreCase)
            .Replace(alias.Key.ToString("N"), alias.Value.ToString("N"), StringComparison.OrdinalIgnoreCase));
        if (said != json) logged = logged with { Event = JsonSerializer.Deserialize<ClassEvent>(said, ClassJson.Options)! };
        if (logged.ActorId is not { } actor || actor == viewer || !aliases.TryGetValue(actor, out var unnamed)) return logged;
        return logged with { ActorId = unnamed, Event = logged.Event is Introduced named ? named with { Name = "" } : logged.Event };
    }

    /// <summary>Always the same for one edit, and nothing that leads back to the person.</summary>
    private static Guid AliasOf(Guid personId, Guid editId) => new(SHA256.HashData([.. personId.ToByteArray(), .. editId.ToByteArray()]).AsSpan(0, 16));

    private enum InCut { Stays, Moves, Goes }

    // What nobody thought of yet is content: it goes.
    private static InCut RoleInCut(ClassEvent happened) => happened switch
    {
        ClassOpened or ClassStarted or ClassEnded or Introduced or Joined or Left or RoomResumed or TrackBegan or TrackAligned or TrackEnded or Erased => InCut.Stays,
        DeckShown or SlideTurned or ChapterStarted or HandLowered or ChatRemoved or LineReacted or LineReactionTaken or QuestionVoted or QuestionUnvoted or QuestionRemoved
            or AnswerStarted or QuestionAnswered or QuestionAnsweredInWriting or QuestionContinued or PollPrepared or PollAnswered or PollAnswerCounted or PollClosed
            or PollResultsShown or CheckpointWithdrawn or DoorKept or PeopleLetIn or PersonSentAway or CoHostNamed or CoHostDismissed or TurnedOn or TurnedOff
            or BreakoutsOpened or BreakoutAssigned or BreakoutEntered or HelpAnswered or BreakoutsRecalled or BreakoutsExtended or BreakoutsClosed or PeopleWent or StrokesErased
            or MediaAllowed or PresenterNamed or PresenterDismissed or PersonPutForward or CaptionedByMachine
            or BoardOpened or BoardClosed or BoardAllowed or BoardCleared or SlotStarted or SlotEnded => InCut.Moves,
        _ => InCut.Goes,
    };

    /// <summary>The line, question, poll or track that this is about.</summary>
    private static long? SubjectOf(ClassEvent happened) => happened switch
    {
        ChatRemoved e => e.LineId,
        LineReacted e => e.LineId,
        LineReactionTaken e => e.LineId,
        QuestionVoted e => e.QuestionId,
        QuestionUnvoted e => e.QuestionId,
        QuestionRemoved e => e.QuestionId,
        AnswerStarted e => e.QuestionId,
        QuestionAnswered e => e.QuestionId,
        QuestionAnsweredInWriting e => e.QuestionId,
        QuestionContinued e => e.QuestionId,
        PollOpened e => e.PollId,
        PollAnswered e => e.PollId,
        PollAnswerCounted e => e.PollId,
        PollClosed e => e.PollId,
        PollResultsShown e => e.PollId,
        CheckpointWithdrawn e => e.PollId,
        TrackAligned e => e.TrackId,
        TrackEnded e => e.TrackId,
        _ => null,
    };
}
