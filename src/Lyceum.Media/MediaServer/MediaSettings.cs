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

    /// <summary>TURN servers for browsers whose network lets nothing else through; null for none.</summary>
    public RelaySettings? Relay { get; init; }

    /// <summary>Microphones that are forwarded at a time, and the m-lines that they have at most; the loudest few of a large class.</summary>
    public int Voices { get; init; } = 8;
}

/// <summary>TURN servers (RFC 8656) that share a secret with us, as coturn does with use-auth-secret.</summary>
/// <param name="Urls">Such as "turn:relay.school.example:3478?transport=udp" (RFC 7065).</param>
public sealed record RelaySettings(IReadOnlyList<string> Urls, string Secret)
{
    /// <summary>How long one page's credentials last: longer than a class, since a relay asks for them again while it runs.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(4);
}

/// <summary>What differs from room to room.</summary>
/// <param name="RecordingFolder">Where every track is recorded; null to record nothing.</param>
public sealed record RoomSettings(string? RecordingFolder = null);
