using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>Whose camera is shown when: whoever was put forward; else whoever speaks, until somebody else does for longer than a moment; else who teaches.</summary>
internal sealed class FilmSpeaker
{
    /// <summary>A shorter word does not take the picture.</summary>
    private const long ShortestMs = 1_500;

    private readonly FilmTracks tracks;
    private readonly ImmutableHashSet<Guid> teachers;
    private readonly List<(long At, Guid PersonId)> speaking = [];
    private readonly List<(long At, Guid? PersonId)> forward;

    public FilmSpeaker(IEnumerable<LoggedEvent> log, ClassState state, FilmTracks tracks)
    {
        this.tracks = tracks;
        teachers = [.. state.People.Where(p => p.Value.Role == ClassRole.Instructor).Select(p => p.Key)];
        forward = [.. log.Where(e => e.Event is PersonPutForward).Select(e => (e.OffsetMs, ((PersonPutForward)e.Event).PersonId))];
        long heldUntil = 0;
        foreach (var (person, from, until) in Words(state).OrderBy(word => word.From))
        {
            if (until - from < ShortestMs || until <= heldUntil) continue;
            if (speaking.Count == 0 || speaking[^1].PersonId != person) speaking.Add((Math.Max(from, heldUntil), person));
            heldUntil = until;
        }
    }

    public IEnumerable<long> Changes => speaking.Select(s => s.At).Concat(forward.Select(f => f.At));

    public RecordedTrack? CameraAt(long offset)
    {
        var on = tracks.Of(MediaSource.Camera, offset).ToArray();
        RecordedTrack? Of(Guid? person) => on.LastOrDefault(c => c.PersonId == person);
        return Of(forward.LastOrDefault(f => f.At <= offset).PersonId) ?? Of(speaking.LastOrDefault(s => s.At <= offset).PersonId) ?? on.LastOrDefault(c => teachers.Contains(c.PersonId));
    }

    // Of those who can be seen and heard: whose camera or voice was taken out takes the picture from nobody.
    private IEnumerable<(Guid Person, long From, long Until)> Words(ClassState state) =>
        from voice in state.Media.Voices
        where tracks.All.Any(t => t.PersonId == voice.Key && t.Source == MediaSource.Camera) && tracks.All.Any(t => t.PersonId == voice.Key && t.Source == MediaSource.Microphone)
        from pair in voice.Value.Chunk(2)
        select (voice.Key, pair[0], pair[1]);
}
