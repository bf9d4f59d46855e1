using System.Diagnostics.Metrics;

namespace Lyceum.Media;

/// <summary>The server's totals as the meter "Lyceum.Media", for whatever collects metrics.</summary>
internal sealed class MediaMeter : IDisposable
{
    private readonly Meter meter = new("Lyceum.Media");

    public MediaMeter(Func<RoomCounters> totals)
    {
        Count("media.packets.received", () => totals().PacketsIn);
        Count("media.bytes.received", () => totals().BytesIn);
        Count("media.packets.sent", () => totals().PacketsOut);
        Count("media.bytes.sent", () => totals().BytesOut);
        Count("media.packets.refused", () => totals().Refused);
        Count("media.packets.over_limit", () => totals().OverLimit);
        Count("media.packets.recovered", () => totals().Recovered);
        Count("media.packets.sent_again", () => totals().SentAgain);
        Count("media.nacks.sent", () => totals().NacksSent);
        Count("media.keyframes.asked", () => totals().KeyframesAsked);
        Count("media.layer_changes", () => totals().LayerChanges);
        Count("media.packets.padding", () => totals().PaddingOut);
    }

    private void Count(string name, Func<long> value) => meter.CreateObservableCounter(name, value);

    public void Dispose() => meter.Dispose();
}
