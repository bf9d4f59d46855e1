using Lyceum.Media.Forwarding;
using Lyceum.Media.Sdp;

namespace Lyceum.Media;

/// <summary>What is so in a room at one moment; rates in bit/s.</summary>
public sealed record RoomSnapshot(string Room, RoomCounters Counters, string? Speaker, IReadOnlyList<ParticipantSnapshot> Participants);

/// <summary>A microphone's loudness from 0 to 1.</summary>
public readonly record struct HeardVoice(string Participant, double Level);

public sealed record ParticipantSnapshot(
    string Name, ConnectionState? Publishing, ConnectionState? Subscribing, IReadOnlyList<PublishedSnapshot> Published,
    IReadOnlyList<SubscriptionSnapshot> Subscribed, Rung Rung, double Budget, double Loss,
    double Estimate, string Reason);

public sealed record PublishedSnapshot(string Source, MediaKind Kind, IReadOnlyList<LayerSnapshot> Layers);

public sealed record LayerSnapshot(string Rid, double BitsPerSecond, long Packets, long Lost, int Width, int Height);

/// <summary><paramref name="Layer"/> is the one being forwarded, -1 for none.</summary>
public sealed record SubscriptionSnapshot(string Participant, string Source, MediaKind Kind, int Layer, long Packets, long Bytes, long SentAgain);

/// <summary>Counted since the room opened.</summary>
public sealed class RoomCounters
{
    public long PacketsIn { get; internal set; }
    public long BytesIn { get; internal set; }
    public long PacketsOut { get; internal set; }
    public long BytesOut { get; internal set; }
    public long Refused { get; internal set; }
    public long OverLimit { get; internal set; }
    public long Recovered { get; internal set; }
    public long SentAgain { get; internal set; }
    public long NacksSent { get; internal set; }
    public long KeyframesAsked { get; internal set; }
    public long LayerChanges { get; internal set; }

    /// <summary>Packets of padding with which lines were probed.</summary>
    public long PaddingOut { get; internal set; }

    internal RoomCounters Copy() => (RoomCounters)MemberwiseClone();

    internal void Add(RoomCounters other)
    {
        PacketsIn += other.PacketsIn;
        BytesIn += other.BytesIn;
        PacketsOut += other.PacketsOut;
        BytesOut += other.BytesOut;
        Refused += other.Refused;
        OverLimit += other.OverLimit;
        Recovered += other.Recovered;
        SentAgain += other.SentAgain;
        NacksSent += other.NacksSent;
        KeyframesAsked += other.KeyframesAsked;
        LayerChanges += other.LayerChanges;
        PaddingOut += other.PaddingOut;
    }
}
