using System.Collections.Immutable;
using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>What a person can send: their voice, their picture, their screen. Its sound goes on, off and by the rules of the screen.</summary>
public enum MediaSource { Microphone, Camera, Screen, ScreenSound }

/// <summary>One's own.</summary>
public sealed record TurnOn(MediaSource Source) : ClassCommand;

/// <summary>One's own, or for staff anybody's.</summary>
public sealed record TurnOff(Guid PersonId, MediaSource Source) : ClassCommand;

/// <summary>Every student's microphone.</summary>
public sealed record MuteStudents : ClassCommand;

/// <summary>To all students; staff and presenters may always. What is on and no longer allowed is turned off.</summary>
public sealed record AllowMedia(MediaSource Source, bool IsAllowed) : ClassCommand;

/// <summary>Who may send everything, whatever is allowed to others.</summary>
public sealed record NamePresenter(Guid PersonId) : ClassCommand;

public sealed record DismissPresenter(Guid PersonId) : ClassCommand;

/// <summary>Puts somebody before everybody; null takes it back.</summary>
public sealed record PutForward(Guid? PersonId) : ClassCommand;

/// <summary>A recording began. <paramref name="At"/> is the instant of its first moment, by arrival.</summary>
public sealed record BeginTrack(Guid PersonId, MediaSource Source, string File, Instant At) : ServerCommand;

/// <summary>The instant of a recording's first moment, by the sender's clock.</summary>
public sealed record AlignTrack(string File, Instant At) : ServerCommand;

public sealed record EndTrack(string File, long LengthMs) : ServerCommand;

/// <summary>The recordings that nobody writes any more, since a server stopped: all but these.</summary>
public sealed record EndTracksBut(ImmutableArray<string> Files) : ServerCommand;

/// <summary>Who spoke when since the last time, as <see cref="VoicesHeard"/> has it.</summary>
public sealed record HearVoices(ImmutableDictionary<Guid, ImmutableArray<long>> Stretches) : ServerCommand;
