using System.Collections.Immutable;
using Lyceum.Domain.Classes;
using Lyceum.Media;
using Lyceum.Web.Features.Classes.Live;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Media;

/// <summary>What of a class's sound and picture goes into its log: the recordings from its start to its end, and who spoke when.</summary>
internal sealed class MediaRecording
{
    private static readonly Duration VoicesEvery = Duration.FromSeconds(10);
    private readonly string name, folder;
    private readonly ClassRoom room;
    private readonly int? place;
    private readonly IMediaServer media;
    private readonly IClock clock;
    private readonly VoiceLog voices = new();
    private readonly Lock gate = new();
    private Instant? began;
    private Instant voicesTakenAt;
    private VoicesNow heard = new(ImmutableDictionary<Guid, double>.Empty, null);

    public MediaRecording(string name, ClassRoom room, int? place, IMediaServer media, IClock clock, string folder)
    {
        (this.name, this.room, this.place, this.media, this.clock, this.folder) = (name, room, place, media, clock, Path.Combine(folder, room.Session.ActivityId.ToString("N")));
        voicesTakenAt = clock.GetCurrentInstant();
        // What an earlier server wrote is no longer being written.
        if (State.Media.Tracks.Any(track => !track.HasEnded)) _ = Post(new EndTracksBut([]));
    }

    public Guid? Speaker { get; set; }

    /// <summary>Nothing is recorded before the class has begun.</summary>
    public void Follow()
    {
        lock (gate)
        {
            if (began is not null || State.Phase != ClassPhase.Live) return;
            began = clock.GetCurrentInstant();
            media.Record(name, folder);
        }
    }

    public async Task Hear(MediaSignal signal)
    {
        if (began is not { } zero) return;
        ServerCommand? command = signal switch
        {
            RecordingBegan r when Guid.TryParseExact(r.Participant, "N", out var person) && MediaGuest.SourceOf(r.Source) is { } source =>
                new BeginTrack(person, source, Path.GetFileName(r.File), zero + Duration.FromTimeSpan(r.Offset)),
            RecordingAligned r => new AlignTrack(Path.GetFileName(r.File), zero + Duration.FromTimeSpan(r.Offset)),
            RecordingEnded r => new EndTrack(Path.GetFileName(r.File), (long)r.Duration.TotalMilliseconds),
            _ => null,
        };
        if (command is not null) await Post(command);
    }

    /// <summary>Levels go out and are forgotten; stretches of speech are kept now and then.</summary>
    public void Listen()
    {
        var state = State;
        var levels = media.Voices(name).Select(v => (Person: Guid.ParseExact(v.Participant, "N"), Level: Math.Round(v.Level, 1)))
            .Where(v => state.IsSent(v.Person, MediaSource.Microphone)).ToImmutableDictionary(v => v.Person, v => v.Level);
        Announce(new VoicesNow(levels, Speaker is { } speaker && state.IsSent(speaker, MediaSource.Microphone) ? speaker : null));
        if (began is null) return;
        var now = clock.GetCurrentInstant();
        if (state.Phase == ClassPhase.Live) voices.Hear(levels.Keys, state.OffsetAt(now));
        if (now - voicesTakenAt < VoicesEvery && state.Phase == ClassPhase.Live) return;
        voicesTakenAt = now;
        if (voices.Take() is { IsEmpty: false } spoken) _ = Post(new HearVoices(spoken));
    }

    private ClassState State => room.State.Within(place)!;

    private Task Post(ServerCommand command) => room.Mailbox.Post(place is { } breakout ? new DoInBreakout(breakout, command) : command, null);

    private void Announce(VoicesNow now)
    {
        if (now.Speaker == heard.Speaker && now.Levels.Count == heard.Levels.Count && now.Levels.All(l => heard.Levels.TryGetValue(l.Key, out var level) && level == l.Value)) return;
        heard = now;
        room.Signal(place, now);
    }
}
