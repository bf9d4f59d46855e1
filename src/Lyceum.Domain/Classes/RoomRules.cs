using System.Collections.Immutable;
using NodaTime;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>Doors, start and end, presence, hands, slides and chapters.</summary>
internal static class RoomRules
{
    private const int LongestTitle = 80;
    internal const int MostSlides = 2000;

    public static Outcome<ImmutableArray<DecidedEvent>> Decide(ClassState state, ServerCommand command, ClassActor? who, Instant now) => command switch
    {
        OpenClass c => state.Phase switch { ClassPhase.Closed => Open(c), ClassPhase.Open => BringIn(state, c), _ => Nothing },
        StartByClock => state.Phase == ClassPhase.Open && now >= state.PlannedStart ? Happened(new ClassStarted()) : Nothing,
        EndByClock => state.Phase is ClassPhase.Open or ClassPhase.Live ? End(state) : Nothing,
        ConnectPerson c => state.Phase switch
        {
            ClassPhase.Closed => ClassRefusals.DoorsClosed,
            ClassPhase.Ended => Nothing,
            _ when who is not null && state.KeepsOut(who) is { } refusal => refusal,
            _ => Happened(new Joined(c.ConnectionId)),
        },
        DisconnectPerson c => IsConnected(state, who, c.ConnectionId) ? Happened(new Left(c.ConnectionId, state.OffsetAt(c.SeenAt ?? now))) : Nothing,
        ResumeRoom c => state.People.Values.Any(p => p.Connections.Length > 0) ? Happened(new RoomResumed(state.OffsetAt(c.AliveUntil))) : Nothing,
        ShowFoundDeck c => state.Phase is ClassPhase.Open or ClassPhase.Live ? Happened(new DeckShown(c.Deck.FileId, c.Deck.Name)) : ClassRefusals.HasEnded,
        _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
    };

    public static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ClassCommand command, ClassActor who) => command switch
    {
        StartClass => state.Phase == ClassPhase.Open ? Happened(new ClassStarted()) : ClassRefusals.AlreadyStarted,
        EndClass => state.Phase == ClassPhase.Live ? End(state) : ClassRefusals.NotStarted,
        RaiseHand => state.Hands.Any(h => h.PersonId == who.PersonId) ? Nothing : Happened(new HandRaised()),
        LowerHand c when c.PersonId != who.PersonId && !state.Leads(who) => ClassRefusals.NotYours,
        LowerHand c => state.Hands.Any(h => h.PersonId == c.PersonId) ? Happened(new HandLowered(c.PersonId)) : Nothing,
        LowerAllHands => Happened([.. LoweredHands(state)]),
        ShowDeck => throw new InvalidOperationException("The file must be found first."),
        TurnSlide c => Turn(state, c.Slide),
        StartChapter c => Text(c.Title, LongestTitle).Match(title => Happened(new ChapterStarted(title)), refusal => refusal),
        MarkLost => Happened(new DecidedEvent(Audience.Only(who.PersonId), new LostMarked())),
        _ => NotHere,
    };

    private static Outcome<ImmutableArray<DecidedEvent>> Open(OpenClass command)
    {
        var events = ImmutableArray.Create(ForAll(new ClassOpened(command.Title, command.PlannedStart, command.PlannedEnd, command.Segments)));
        if (command.Deck is { } deck) events = events.Add(ForAll(new DeckShown(deck.FileId, deck.Name)));
        return events.AddRange(command.Polls.Select(Prepared));
    }

    // Staff opened the doors early and went on preparing: what is new is brought in, what stands is left.
    private static Outcome<ImmutableArray<DecidedEvent>> BringIn(ClassState state, OpenClass command)
    {
        var isSame = state.Title == command.Title && state.PlannedStart == command.PlannedStart && state.PlannedEnd == command.PlannedEnd && state.Segments.SequenceEqual(command.Segments);
        return Happened(
        [
            .. isSame ? [] : new[] { ForAll(new ClassOpened(command.Title, command.PlannedStart, command.PlannedEnd, command.Segments)) },
            .. command.Deck is { } deck && state.Deck is null ? new[] { ForAll(new DeckShown(deck.FileId, deck.Name)) } : [],
            .. command.Polls.Where(p => state.Polls.All(known => known.Question != p.Question)).Select(Prepared),
        ]);
    }

    private static DecidedEvent Prepared(PreparePoll poll) => new(Audience.Hosts, new PollPrepared(poll.Question, poll.Options, poll.Correct, poll.IsMultiple, poll.Kind));

    private static Outcome<ImmutableArray<DecidedEvent>> End(ClassState state) => Happened(
    [
        .. SlotRules.Ended(state),
        .. LoweredHands(state),
        .. state.Questions.Where(q => q.Phase == QuestionPhase.Answering).Select(q => ForAll(new QuestionAnswered(q.Id))),
        .. state.Polls.Where(p => p.Phase == PollPhase.Open).Select(p => ForAll(new PollClosed(p.Id))),
        .. PollRules.ResultsAtTheEnd(state),
        .. BreakoutRules.ClosedAtTheEnd(state),
        ForAll(new ClassEnded()),
    ]);

    private static IEnumerable<DecidedEvent> LoweredHands(ClassState state) => state.Hands.Select(h => ForAll(new HandLowered(h.PersonId)));

    private static Outcome<ImmutableArray<DecidedEvent>> Turn(ClassState state, int slide) =>
        state.Deck is null ? ClassRefusals.NoDeck
        : slide is < 1 or > MostSlides ? ClassRefusals.NoSuchSlide
        : state.Deck.Slide == slide ? Nothing
        : Happened(new SlideTurned(slide));

    private static bool IsConnected(ClassState state, ClassActor? who, string connectionId) =>
        who is not null && state.People.TryGetValue(who.PersonId, out var person) && person.Connections.Contains(connectionId);
}
