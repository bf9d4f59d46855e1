using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Lyceum.Domain.Classes;

/// <summary>How large a picture is wanted at most.</summary>
public enum PictureSize { Small, Middle, Large }

/// <summary>A server that finds or makes a way through a network (RFC 8489, RFC 8656), as RTCConfiguration has it.</summary>
public sealed record RelayServer(ImmutableArray<string> Urls, string? Username, string? Credential);

/// <summary>
/// The reply to EnterMedia: whether the connections that this device had are still known (then an ICE restart brings them back),
/// whether this person was heard and seen on another device until now, and what to make new connections with.
/// </summary>
public sealed record MediaEntry(bool IsKnown, bool TookOver, ImmutableArray<RelayServer> Relays, SentRefusal? Refusal);

/// <summary>The browser's offer on its publishing connection, and which source each m-line carries, by mid.</summary>
public sealed record MediaOffer(string Sdp, ImmutableDictionary<string, MediaSource> Sources);

/// <summary>The description to set, or why there is none.</summary>
public sealed record MediaAnswer(string? Sdp, SentRefusal? Refusal);

/// <summary>What somebody wants to receive, named in order of importance.</summary>
public sealed record WantedTrack(Guid PersonId, MediaSource Source, PictureSize AtMost);

public sealed record OfferedTrack(string Mid, Guid PersonId, MediaSource Source);

/// <summary>What the school tells one device about its sound and picture.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SubscriptionOffer), "offer")]
[JsonDerivedType(typeof(MediaMoved), "moved")]
[JsonDerivedType(typeof(MediaLost), "lost")]
[JsonDerivedType(typeof(LineStepped), "stepped")]
public abstract record MediaNotice;

/// <summary>To be answered with its revision; the next comes after that.</summary>
public sealed record SubscriptionOffer(int Revision, string Sdp, bool IsNewConnection, ImmutableArray<OfferedTrack> Tracks) : MediaNotice;

/// <summary>The same person's sound and picture are on another device from now on.</summary>
public sealed record MediaMoved : MediaNotice;

/// <summary>The connections are no longer known: enter again and make new ones.</summary>
public sealed record MediaLost : MediaNotice;

public enum LineRung { AllVideo, SpeakerOnly, SoundOnly }

/// <summary>The line carries more or less than before. The reason is "loss", "estimate" or "start".</summary>
public sealed record LineStepped(LineRung Rung, string Reason) : MediaNotice;

/// <summary>From the room: how loud those are who can be heard at this moment, from 0 to 1; and who has the floor.</summary>
public sealed record VoicesNow(ImmutableDictionary<Guid, double> Levels, Guid? Speaker) : ClassSignal;
