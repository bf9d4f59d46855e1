using Lyceum.Media.Forwarding;
using Lyceum.Media.Sdp;

namespace Lyceum.Media;

/// <summary>Why the server did not do what it was asked; <paramref name="Detail"/> is for a log, not for a person.</summary>
public sealed record MediaRefusal(MediaRefusalKind Kind, string Detail);

public enum MediaRefusalKind { NoSuchRoom, NoSuchParticipant, BadDescription, StaleRevision, TooMany }

/// <summary>A browser's offer, and which source each of its m-lines carries ("microphone", "camera", "screen"), by mid.</summary>
public sealed record PublishOffer(string Sdp, IReadOnlyDictionary<string, string> Sources);

/// <summary>The answer to set on the publishing connection, or why there is none.</summary>
public sealed record PublishReply(string? Sdp, MediaRefusal? Refusal);

public enum Quality { Low, Middle, High }

/// <summary>A track that a participant should receive, and in which quality at most.</summary>
public sealed record DesiredTrack(string Participant, string Source, Quality AtMost = Quality.High);

/// <summary>
/// Which track the m-line with this mid carries. Where more microphones are desired than are forwarded at a time, sound has the participant ""
/// and the source <see cref="Voices"/>: it carries whoever is loudest, to be played and not to be named.
/// </summary>
public sealed record SubscribedTrack(string Mid, string Participant, string Source, MediaKind Kind)
{
    public const string Voices = "voices";
}

public enum ConnectionDirection { Publishing, Subscribing }

/// <summary>A silent peer sent no check for six seconds and may come back, after thirty it is no longer sent to (RFC 7675 §5.1); a gone one was given up after two minutes.</summary>
public enum ConnectionState { Waiting, Connected, Silent, Gone }

/// <summary>Something that the server tells its caller.</summary>
public abstract record MediaSignal(string Room);

/// <summary>An offer to carry to the participant's browser. The next comes only after its answer.</summary>
public sealed record SubscriptionOffered(string Room, string Participant, int Revision, string Sdp, bool IsNewConnection, IReadOnlyList<SubscribedTrack> Tracks)
    : MediaSignal(Room);

public sealed record TrackPublished(string Room, string Participant, string Source, MediaKind Kind) : MediaSignal(Room);

public sealed record TrackUnpublished(string Room, string Participant, string Source) : MediaSignal(Room);

public sealed record ConnectionChanged(string Room, string Participant, ConnectionDirection Direction, ConnectionState State) : MediaSignal(Room);

/// <summary>A subscriber stepped down or up by itself. The reason is "loss", "estimate" or "start".</summary>
public sealed record RungChanged(string Room, string Participant, Rung Rung, string Reason) : MediaSignal(Room);

public sealed record SpeakerChanged(string Room, string? Participant) : MediaSignal(Room);

/// <summary>
/// A file began. <paramref name="Offset"/> is the place of its first moment on the room's timeline, by arrival; a later
/// <see cref="RecordingAligned"/> says it more exactly.
/// </summary>
public sealed record RecordingBegan(string Room, string Participant, string Source, string File, TimeSpan Offset) : MediaSignal(Room);

/// <summary>
/// The sender's clock is known by now: the file's first moment by capture rather than by arrival. It may be told again within the file's first
/// minute, since the first reports may have been held up; the last one counts.
/// </summary>
public sealed record RecordingAligned(string Room, string File, TimeSpan Offset) : MediaSignal(Room);

public sealed record RecordingEnded(string Room, string File, TimeSpan Duration) : MediaSignal(Room);

/// <summary>The disk refused a file; it is tried again with a new one.</summary>
public sealed record RecordingFailed(string Room, string File, string Reason) : MediaSignal(Room);

/// <summary>A defect in the server, caught at its border: the packet is lost, the room goes on.</summary>
public sealed record ServerFault(string Room, string Fault) : MediaSignal(Room);
