using System.Diagnostics;
using Lyceum.Media.Forwarding;
using Lyceum.Media.Rtcp;
using Lyceum.Media.Rtp;

namespace Lyceum.Media.FarEnd;

/// <summary>What a receiver tells: the arrival of every numbered packet, and once a second a receiver report for each stream.</summary>
internal sealed class CallerReports
{
    public const uint Ssrc = 77;
    private readonly ArrivalFeedback arrivals = new();
    private readonly Dictionary<uint, Reception> streams = [];
    private long reportedAt;

    private static long Now => Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1_000_000);

    public void Arrived(ReadOnlySpan<byte> packet, in RtpHeader header)
    {
        if (!streams.TryGetValue(header.Ssrc, out var stream)) streams[header.Ssrc] = stream = new Reception(90_000);
        stream.Arrived(header.Sequence, header.Timestamp, Now);
        var extensions = new RtpExtensions(packet, header);
        while (extensions.MoveNext())
            if (extensions.Id == ExtensionIds.Ours.TransportSequence && extensions.Value.Length == 2)
                arrivals.Arrived((ushort)(extensions.Value[0] << 8 | extensions.Value[1]), Now);
    }

    /// <summary>Returns the length of the compound; 0 when there is nothing to tell.</summary>
    public int Write(Span<byte> compound)
    {
        var writer = new RtcpWriter(compound);
        if (Now - reportedAt > 1_000_000)
        {
            reportedAt = Now;
            foreach (var (ssrc, stream) in streams.Take(4)) writer.ReceiverReport(Ssrc, stream.Report(ssrc, Now));
        }
        arrivals.TryWrite(ref writer, Ssrc, Ssrc);
        return writer.Length;
    }
}
