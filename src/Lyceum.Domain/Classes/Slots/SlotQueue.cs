using System.Collections.Immutable;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>The queue of presentations as it is prepared now; the server brings it in when whoever leads comes, and whenever it was changed.</summary>
public sealed record BringQueue(ImmutableArray<QueuedSlot> Queue) : ServerCommand;

/// <summary>For staff and co-hosts: to whom the class can be handed over, in this order. What stood before counts no more.</summary>
public sealed record SlotsQueued(ImmutableArray<QueuedSlot> Queue) : ClassEvent;

/// <summary>A prepared presentation.</summary>
public sealed record QueuedSlot(Guid SlotId, string Title);

internal static class SlotQueueRules
{
    public static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ServerCommand command) => command switch
    {
        BringQueue when state.Phase is ClassPhase.Closed or ClassPhase.Ended => Nothing,
        BringQueue c => state.Queue.SequenceEqual(c.Queue) ? Nothing : Happened(new DecidedEvent(Audience.Hosts, new SlotsQueued(c.Queue))),
        _ => NotHere,
    };
}
