using System.Runtime.InteropServices;
using Lyceum.Media.Forwarding;
using Lyceum.Media.Recording;
using Lyceum.Media.Sdp;
using Lyceum.Media.Sockets;

namespace Lyceum.Media;

/// <summary>
/// Who is in a room and what they publish. All of it happens under <see cref="Gate"/>: a room is the unit of concurrency, and rooms run
/// side by side on the server's loops.
/// </summary>
internal sealed class Room(string name, RoomSettings settings, ServerParts parts) : IDisposable
{
    private const long SpeakersEvery = 200_000;
    private readonly Dictionary<string, Participant> participants = [];
    private readonly List<PublishedTrack> microphones = [];
    private readonly LoudestSpeakers<PublishedTrack> loudest = new(parts.Settings.Voices);
    private readonly PacketOut send = new();
    private RoomRecording? recording = settings.RecordingFolder is { } folder ? new RoomRecording(name, folder, parts) : null;
    private long speakersAt;

    public Lock Gate { get; } = new();
    public string Name { get; } = name;
    public RoomCounters Counters { get; } = new();
    public bool IsClosed { get; private set; }

    /// <summary>Who speaks, by the loudest microphone.</summary>
    public Participant? Speaker => loudest.Speaker?.Owner;

    /// <summary>The microphones that are forwarded where there are many.</summary>
    public List<PublishedTrack> Loudest => loudest.Holders;
    public int Count => participants.Count;
    public IEnumerable<Participant> Participants => participants.Values;

    public Participant? Find(string participant) => participants.GetValueOrDefault(participant);

    public Participant Enter(string participant)
    {
        if (!participants.TryGetValue(participant, out var found)) participants[participant] = found = new Participant(this, participant, parts);
        return found;
    }

    /// <summary>Does something with a participant and sends what came of it; to be called under the gate.</summary>
    public T Act<T>(Func<PacketOut, T> what)
    {
        var result = what(send);
        send.Flush();
        return result;
    }

    public void Leave(string participant)
    {
        if (!participants.Remove(participant, out var gone)) return;
        gone.Close(send);
        send.Flush();
    }

    /// <summary>Few microphones are all forwarded; of many, only the loudest.</summary>
    public bool IsHeard(PublishedTrack track) => microphones.Count <= parts.Settings.Voices || loudest.Contains(track);

    public IEnumerable<HeardVoice> Voices => microphones.Where(m => m.Loudness.Level > 3).Select(m => new HeardVoice(m.Owner.Name, Math.Min(1, m.Loudness.Level / 50)));

    /// <summary>Begins with the tracks that are there; a picture from its next keyframe on.</summary>
    public void Record(string folder)
    {
        if (recording is not null || IsClosed) return;
        recording = new RoomRecording(Name, folder, parts);
        foreach (var track in participants.Values.SelectMany(p => p.Tracks)) recording.Begin(track);
    }

    /// <summary>Each track begins a new file; a picture with its next keyframe.</summary>
    public void CutRecordings()
    {
        foreach (var track in participants.Values.SelectMany(p => p.Tracks)) track.Recorder?.SourceChanged();
    }

    public void Added(PublishedTrack track)
    {
        if (track.Kind == MediaKind.Audio) microphones.Add(track);
        recording?.Begin(track);
        Tell(new TrackPublished(Name, track.Owner.Name, track.Source, track.Kind));
        ReconcileAll();
    }

    public void Removed(PublishedTrack track)
    {
        microphones.Remove(track);
        loudest.Remove(track);
        recording?.End(track);
        Tell(new TrackUnpublished(Name, track.Owner.Name, track.Source));
        ReconcileAll();
    }

    public void Tell(MediaSignal signal) => parts.Signals.TryWrite(signal);

    public void Tick(long now)
    {
        foreach (var participant in participants.Values) participant.Tick(now, send);
        if (now - speakersAt >= SpeakersEvery)
        {
            speakersAt = now;
            foreach (var microphone in microphones) microphone.Loudness.Tick(now);
            if (loudest.Update(CollectionsMarshal.AsSpan(microphones), static m => m.Loudness.Level)) Tell(new SpeakerChanged(Name, Speaker?.Name));
            foreach (var participant in participants.Values) participant.Subscriber?.FollowVoices();
        }
        send.Flush();
    }

    private void ReconcileAll()
    {
        foreach (var participant in participants.Values) participant.Reconcile();
    }

    public Task Close()
    {
        IsClosed = true;
        foreach (var participant in participants.Keys.ToList()) Leave(participant);
        return recording?.Finish() ?? Task.CompletedTask;
    }

    public void Dispose() => send.Dispose();
}
