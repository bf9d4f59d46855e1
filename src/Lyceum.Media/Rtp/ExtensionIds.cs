namespace Lyceum.Media.Rtp;

/// <summary>Which id each header extension has on one m-line; 0 where it was not negotiated. The URIs are those of the extmap lines.</summary>
public readonly record struct ExtensionIds(byte AudioLevel, byte AbsoluteSendTime, byte TransportSequence, byte Mid, byte Rid, byte RepairedRid)
{
    /// <summary>RFC 6464.</summary>
    public const string AudioLevelUri = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";

    /// <summary>24 bits of seconds, 6.18 fixed point: what a receiver-side bandwidth estimate needs.</summary>
    public const string AbsoluteSendTimeUri = "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time";

    /// <summary>draft-holmer-rmcat-transport-wide-cc-extensions-01 §2.</summary>
    public const string TransportSequenceUri = "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";

    /// <summary>RFC 8843 §15.2 and RFC 8852 §3.</summary>
    public const string MidUri = "urn:ietf:params:rtp-hdrext:sdes:mid",
        RidUri = "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id", RepairedRidUri = "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id";

    /// <summary>The ids that the server itself gives when it makes the offer.</summary>
    public static readonly ExtensionIds Ours = new(1, 2, 3, 4, 0, 0);

    public ExtensionIds With(string uri, byte id) => uri switch
    {
        AudioLevelUri => this with { AudioLevel = id },
        AbsoluteSendTimeUri => this with { AbsoluteSendTime = id },
        TransportSequenceUri => this with { TransportSequence = id },
        MidUri => this with { Mid = id },
        RidUri => this with { Rid = id },
        RepairedRidUri => this with { RepairedRid = id },
        _ => this,
    };
}
