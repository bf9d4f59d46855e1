using Lyceum.Media.Forwarding;
using Lyceum.Media.Rtcp;

namespace Lyceum.Media;

/// <summary>One incoming stream: a microphone, or one simulcast layer of a picture.</summary>
internal sealed class PublishedLayer(int index, string rid, int clockRate)
{
    private const long KeyframePause = 400_000, AliveFor = 1_500_000;
    private static readonly double[] Guess = [150_000, 500_000, 1_500_000];
    private long keyframeAskedAt = long.MinValue / 2;
    private long lastArrival;
    private bool wantsKeyframe;
    private int givenUp;
    private RateMeter rate;

    public int Index { get; } = index;
    public string Rid { get; } = rid;
    public uint Ssrc { get; set; }
    public uint RtxSsrc { get; set; }
    public Reception Reception { get; private set; } = new(clockRate);
    public MissingPackets Missing { get; private set; } = new();
    public PacketCache Cache { get; } = new();
    public SenderReport? Clock { get; private set; }
    public int Width { get; private set; }
    public int Height { get; private set; }
    public double BitsPerSecond => rate.BitsPerSecond;

    public bool IsAlive(long now) => lastArrival != 0 && now - lastArrival < AliveFor;

    /// <summary>In bit/s; 0 when nothing comes. Until it is measured, what such a layer usually costs.</summary>
    public double Cost(long now) => !IsAlive(now) ? 0 : rate.BitsPerSecond > 0 ? rate.BitsPerSecond : Guess[Math.Min(Index, 2)];

    public void Arrived(int length, long now)
    {
        rate.Add(length);
        lastArrival = now;
    }

    public void OnKeyframe(int width, int height)
    {
        wantsKeyframe = false;
        if (width > 0) (Width, Height) = (width, height);
    }

    public void OnSenderReport(in SenderReport report, long now)
    {
        Clock = report;
        Reception.ReportArrived(report, now);
    }

    /// <summary>The sender's own time of an RTP timestamp, in NTP units of 2⁻³² s; null before the first sender report.</summary>
    public long? NtpOf(uint timestamp) =>
        Clock is { } clock ? (long)clock.Ntp + (long)((int)(timestamp - clock.RtpTimestamp) * (4_294_967_296.0 / clockRate)) : null;

    /// <summary>Another stream (SSRC) carries the layer from now on: its numbers have nothing to do with the former's.</summary>
    public void BeginAnew()
    {
        (Reception, Missing, Clock, givenUp) = (new Reception(clockRate), new MissingPackets(), null, 0);
    }

    public void AskForKeyframe() => wantsKeyframe = true;

    /// <summary>Whether to send a PLI now: asked for, alive, and not asked a moment ago.</summary>
    public bool TakeKeyframeRequest(long now)
    {
        if (Missing.GivenUp != givenUp) (givenUp, wantsKeyframe) = (Missing.GivenUp, true);
        if (!wantsKeyframe || Ssrc == 0 || !IsAlive(now) || now - keyframeAskedAt < KeyframePause) return false;
        keyframeAskedAt = now;
        return true;
    }

    public void Tick(long now) => rate.Tick(now);
}
