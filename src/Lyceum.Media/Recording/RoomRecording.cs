using System.Collections.Concurrent;
using Lyceum.Media.Rtcp;
using Lyceum.Media.Sdp;

namespace Lyceum.Media.Recording;

internal enum RecordingStep { Packet, Report, End }

internal readonly record struct RecordingItem(TrackWriter Writer, RecordingStep Step, int Piece, RecordedPacket Packet, SenderReport Report, long Now);

/// <summary>
/// The recording of one room: a queue that the hot path fills and one worker that writes. A disk that cannot keep up loses packets here,
/// counted, and never holds the room up.
/// </summary>
internal sealed class RoomRecording
{
    private const int MaxQueued = 20_000;
    private static readonly TimeSpan TickEvery = TimeSpan.FromMilliseconds(100);
    private readonly string room, folder;
    private readonly ServerParts parts;
    private readonly long began;
    private readonly ConcurrentQueue<RecordingItem> queue = new();
    private readonly Dictionary<string, SenderClock> clocks = [];
    private readonly List<TrackWriter> writers = [];
    private readonly Task worker;
    private volatile bool isFinishing;

    public RoomRecording(string room, string folder, ServerParts parts)
    {
        (this.room, this.folder, this.parts, began) = (room, folder, parts, parts.Clock.Now);
        worker = Task.Run(Write);
    }

    /// <summary>Packets that the disk was too slow for.</summary>
    public long Overrun { get; private set; }

    /// <summary>Under the room's lock.</summary>
    public void Begin(PublishedTrack track)
    {
        if (!clocks.TryGetValue(track.Owner.Name, out var clock)) clocks[track.Owner.Name] = clock = new SenderClock();
        var place = new RecordingPlace(room, track.Owner.Name, track.Source, folder, began, parts);
        track.Recorder = new TrackRecorder(this, track, new TrackWriter(place, clock, track.Kind == MediaKind.Video));
    }

    public void End(PublishedTrack track)
    {
        if (track.Recorder is { } recorder) queue.Enqueue(new RecordingItem(recorder.Writer, RecordingStep.End, 0, default, default, 0));
        track.Recorder = null;
    }

    public void Post(RecordingItem item)
    {
        if (queue.Count < MaxQueued)
        {
            queue.Enqueue(item);
            return;
        }
        Overrun++;
        if (item.Step == RecordingStep.Packet) item.Packet.Return();
    }

    /// <summary>Takes no more, and is done when everything is on disk.</summary>
    public Task Finish()
    {
        isFinishing = true;
        return worker;
    }

    private async Task Write()
    {
        // In batches: woken for every packet, a pool thread would spend more on waking than on writing.
        using var timer = new PeriodicTimer(TickEvery, parts.Clock.Time);
        while (!isFinishing && await timer.WaitForNextTickAsync())
        {
            while (queue.TryDequeue(out var item)) Take(item);
            foreach (var writer in writers) Tick(writer);
        }
        while (queue.TryDequeue(out var item)) Take(item);
        foreach (var writer in writers) End(writer);
    }

    private void Take(in RecordingItem item)
    {
        var writer = item.Writer;
        if (item.Step == RecordingStep.End)
        {
            End(writer);
            writers.Remove(writer);
            return;
        }
        if (!writers.Contains(writer)) writers.Add(writer);
        try
        {
            if (item.Step == RecordingStep.Packet) writer.Take(item.Packet, item.Piece);
            else writer.OnReport(item.Report, item.Piece, item.Now);
        }
        catch (IOException refused)
        {
            writer.Fail(refused.Message);
        }
    }

    private void Tick(TrackWriter writer)
    {
        try { writer.Tick(parts.Clock.Now); }
        catch (IOException refused) { writer.Fail(refused.Message); }
    }

    private static void End(TrackWriter writer)
    {
        try { writer.EndFile(); }
        catch (IOException refused) { writer.Fail(refused.Message); }
    }
}
