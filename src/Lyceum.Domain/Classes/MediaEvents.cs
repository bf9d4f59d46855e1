using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>The actor's.</summary>
public sealed record TurnedOn(MediaSource Source) : ClassEvent;

public sealed record TurnedOff(Guid PersonId, MediaSource Source) : ClassEvent;

/// <summary>Whether students may send this.</summary>
public sealed record MediaAllowed(MediaSource Source, bool IsAllowed) : ClassEvent;

public sealed record PresenterNamed(Guid PersonId) : ClassEvent;

public sealed record PresenterDismissed(Guid PersonId) : ClassEvent;

public sealed record PersonPutForward(Guid? PersonId) : ClassEvent;

/// <summary>A recording, by the name of its file. <paramref name="StartMs"/> is the offset of its first moment.</summary>
public sealed record TrackBegan(Guid PersonId, MediaSource Source, string File, long StartMs) : ClassEvent;

/// <summary>The offset of the first moment, more exactly.</summary>
public sealed record TrackAligned(long TrackId, long StartMs) : ClassEvent;

/// <summary><paramref name="LengthMs"/> is null when nobody saw it end.</summary>
public sealed record TrackEnded(long TrackId, long? LengthMs) : ClassEvent;

/// <summary>Who spoke: for each person offsets in pairs, from and until, in order.</summary>
public sealed record VoicesHeard(ImmutableDictionary<Guid, ImmutableArray<long>> Stretches) : ClassEvent;
