namespace Lyceum.Media.Ice;

/// <summary>One entry of a browser's iceServers, by the names that it has there (W3C WebRTC §4.2.4, RTCIceServer).</summary>
public sealed record IceServer(IReadOnlyList<string> Urls, string? Username = null, string? Credential = null);
