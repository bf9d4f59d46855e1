using System.Collections.Immutable;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>Hands the class over to the students of a prepared slot. The server looks it up, and their slides.</summary>
public sealed record StartSlot(Guid SlotId) : ClassCommand;

/// <summary>Takes the class back from whoever presents.</summary>
public sealed record EndSlot : ClassCommand;

/// <summary><see cref="StartSlot"/> once the slot has been found.</summary>
public sealed record StartFoundSlot(SlotStarted Slot, PreparedDeck? Deck) : ServerCommand;

/// <summary>From here on these students present, for so many minutes: they turn the slides, and send what presenters may.</summary>
public sealed record SlotStarted(Guid SlotId, string Title, ImmutableArray<Guid> Presenters, int Minutes) : ClassEvent;

public sealed record SlotEnded(Guid SlotId) : ClassEvent;

/// <summary>A presentation by students. <paramref name="FromMs"/> is the offset at which it began; it goes on while there is no end.</summary>
public sealed record ClassSlot(Guid SlotId, string Title, ImmutableArray<Guid> Presenters, int Minutes, long FromMs)
{
    public long? UntilMs { get; init; }
}

public static class SlotRules
{
    /// <summary>The presentation that goes on.</summary>
    public static ClassSlot? RunningSlot(this ClassState state) => state.Slots.LastOrDefault(slot => slot.UntilMs is null);

    public static bool Presents(this ClassState state, ClassActor who) => state.RunningSlot() is { } slot && slot.Presenters.Contains(who.PersonId);

    /// <summary>What whoever presents may do besides what their role allows.</summary>
    internal static bool MayAsPresenter(this ClassState state, ClassCommand command, ClassActor who) => command is TurnSlide && state.Presents(who);

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ClassCommand command) => command switch
    {
        StartSlot => throw new InvalidOperationException("The slot must be found first."),
        EndSlot => Happened([.. Ended(state)]),
        _ => NotHere,
    };

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ServerCommand command) => command switch
    {
        StartFoundSlot when state.Phase == ClassPhase.Ended => ClassRefusals.HasEnded,
        StartFoundSlot when state.Phase != ClassPhase.Live => ClassRefusals.NotStarted,
        StartFoundSlot c when state.RunningSlot()?.SlotId == c.Slot.SlotId => Nothing,
        StartFoundSlot c => Happened(
        [
            .. Ended(state),
            ForAll(c.Slot),
            .. c.Slot.Presenters.Select(id => ForAll(new PresenterNamed(id))),
            .. c.Deck is { } deck ? new[] { ForAll(new DeckShown(deck.FileId, deck.Name)) } : [],
            ForAll(new ChapterStarted(c.Slot.Title)),
        ]),
        _ => SlotQueueRules.Decide(state, command),
    };

    /// <summary>The rights go back with the class.</summary>
    internal static IEnumerable<DecidedEvent> Ended(ClassState state) => state.RunningSlot() is not { } slot ? [] :
    [
        ForAll(new SlotEnded(slot.SlotId)),
        .. slot.Presenters.SelectMany(id => MediaRules.Dismissed(state, id)),
    ];

    internal static ClassState? ApplyToSlots(this ClassState state, SeenEvent seen) => seen.Event switch
    {
        SlotStarted e => state with { Slots = state.Slots.Add(new(e.SlotId, e.Title, e.Presenters, e.Minutes, seen.OffsetMs)) },
        SlotsQueued e => state with { Queue = e.Queue },
        SlotEnded e => state with { Slots = [.. state.Slots.Select(slot => slot.SlotId == e.SlotId && slot.UntilMs is null ? slot with { UntilMs = seen.OffsetMs } : slot)] },
        _ => null,
    };
}
