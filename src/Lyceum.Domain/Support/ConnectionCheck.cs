using System.Text.Json.Serialization;
using NodaTime;

namespace Lyceum.Domain.Support;

/// <summary>How one part of a connection did; a weak one works, but not well.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckOutcome>))]
public enum CheckOutcome { NotTried, Works, Weak, Fails }

/// <summary>Why a browser gave no camera or microphone: not allowed, not there, used by another program, or the page has no secure address.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeviceTrouble>))]
public enum DeviceTrouble { Denied, None, Busy, Insecure }

/// <summary>What was found of each part.</summary>
public sealed record CheckedParts(
    CheckOutcome Camera, CheckOutcome Microphone, CheckOutcome Speaker, CheckOutcome Network, CheckOutcome Relay,
    DeviceTrouble? CameraTrouble = null, DeviceTrouble? MicrophoneTrouble = null);

/// <summary>The line to the media server and back: milliseconds there and back, percent of packets lost, kbit/s that came.</summary>
public sealed record MeasuredLine(int RoundTripMs, double LossPercent, int KbitPerSecond);

/// <summary>What somebody found out about their camera, microphone, speaker and line, so that the help desk need not ask for it. Kept for thirty days.</summary>
public sealed class ConnectionCheck
{
    public static readonly Duration Kept = Duration.FromDays(30);
    private const int LongestBrowser = 60;

    private ConnectionCheck() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Instant At { get; private set; }
    /// <summary>Browser and system, as "Firefox, Windows": no more of what the browser says of itself.</summary>
    public string Browser { get; private set; } = "";
    public CheckOutcome Camera { get; private set; }
    public CheckOutcome Microphone { get; private set; }
    public CheckOutcome Speaker { get; private set; }
    public CheckOutcome Network { get; private set; }
    public CheckOutcome Relay { get; private set; }
    public DeviceTrouble? CameraTrouble { get; private set; }
    public DeviceTrouble? MicrophoneTrouble { get; private set; }
    public int? RoundTripMs { get; private set; }
    public double? LossPercent { get; private set; }
    public int? KbitPerSecond { get; private set; }

    /// <summary>Sound and picture cannot be had, or nobody knows of a way round the network.</summary>
    public bool HasTrouble => new[] { Camera, Microphone, Speaker, Network, Relay }.Any(outcome => outcome is CheckOutcome.Fails or CheckOutcome.Weak);

    public static ConnectionCheck Of(Guid id, Guid personId, string browser) =>
        new() { Id = id, PersonId = personId, Browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser };

    /// <summary>What stands of it by now; the parts are tried one after the other.</summary>
    public Outcome<Done> Find(CheckedParts parts, MeasuredLine? line, Instant now)
    {
        if (line is { RoundTripMs: < 0 or > 600_000 } or { LossPercent: < 0 or > 100 } or { KbitPerSecond: < 0 or > 10_000_000 })
            return Refusal.Invalid("These are no figures of a line.");
        (At, Camera, Microphone, Speaker, Network, Relay) = (now, parts.Camera, parts.Microphone, parts.Speaker, parts.Network, parts.Relay);
        (CameraTrouble, MicrophoneTrouble) = (parts.CameraTrouble, parts.MicrophoneTrouble);
        (RoundTripMs, LossPercent, KbitPerSecond) = (line?.RoundTripMs, line?.LossPercent, line?.KbitPerSecond);
        return new Done();
    }
}
