using System.Net;

namespace Lyceum.Media;

/// <summary>Where the server listens and what it allows.</summary>
public sealed record MediaSettings
{
    /// <summary>The one UDP port; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>Addresses to listen on; empty for every usable one of this machine, IPv4 and IPv6.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

    /// <summary>Told to browsers instead of the machine's own: for a host behind one-to-one address translation.</summary>
    public IReadOnlyList<IPAddress> PublicAddresses { get; init; } = [];

    /// <summary>Receive loops for each address; the kernel spreads the peers over them.</summary>
    public int Loops { get; init; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 8);

    public int MaxRooms { get; init; } = 200;
    public int MaxParticipants { get; init; } = 500;

    /// <summary>m-lines of one subscribing connection.</summary>
    public int MaxSubscriptions { get; init; } = 120;

    /// <summary>What one participant may send in a second.</summary>
    public int MaxPacketsPerSecond { get; init; } = 4_000;
    public int MaxBitsPerSecond { get; init; } = 16_000_000;

    /// <summary>Microphones that are forwarded at a time; the loudest few of a large class.</summary>
    public int Voices { get; init; } = 8;
}

/// <summary>What differs from room to room.</summary>
/// <param name="RecordingFolder">Where every track is recorded; null to record nothing.</param>
public sealed record RoomSettings(string? RecordingFolder = null);
