using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>The recordings that a film is made of, and when each of them was really sent: one that was turned off for a while goes on in the same file.</summary>
internal sealed class FilmTracks
{
    private readonly Dictionary<(Guid Person, MediaSource Source), Stretches> off = [];
    private readonly Dictionary<long, long> ends;

    /// <param name="log">The whole log of an ended class, by sequence.</param>
    /// <param name="state">What it adds up to.</param>
    /// <param name="edited">What was taken out of it.</param>
    /// <param name="lengthMs">Of the class.</param>
    public FilmTracks(IReadOnlyCollection<LoggedEvent> log, ClassState state, EditedReplay edited, long lengthMs)
    {
        All = [.. state.Media.Tracks.Where(t => t.StartMs < lengthMs && !edited.HidesTrack(new(t.PersonId, t.Source, t.File, t.StartMs)))];
        // One whose end nobody saw was no longer written when it was found ended.
        var found = log.Where(e => e.Event is TrackEnded).GroupBy(e => ((TrackEnded)e.Event).TrackId).ToDictionary(e => e.Key, e => e.First().OffsetMs);
        ends = All.ToDictionary(t => t.Id, t => Math.Min(lengthMs, t.LengthMs is { } length ? t.StartMs + length : found.GetValueOrDefault(t.Id, lengthMs)));
        foreach (var one in log.Where(e => e.Event is TurnedOff)) TurnOff((TurnedOff)one.Event, one, log, lengthMs);
    }

    public ImmutableArray<RecordedTrack> All { get; }

    /// <summary>Offsets at which something comes or goes.</summary>
    public IEnumerable<long> Changes => All.SelectMany(t => new[] { t.StartMs, ends[t.Id] }).Concat(off.Values.SelectMany(stretches => stretches).SelectMany(s => new[] { s.FromMs, s.UntilMs }));

    public IEnumerable<RecordedTrack> Of(MediaSource source, long offset) => All.Where(t => t.Source == source && t.StartMs <= offset && offset < ends[t.Id]
        && !off.GetValueOrDefault((t.PersonId, t.Source), Stretches.None).Any(s => offset >= s.FromMs && offset < s.UntilMs));

    private void TurnOff(TurnedOff turned, LoggedEvent at, IEnumerable<LoggedEvent> log, long lengthMs)
    {
        var again = log.FirstOrDefault(e => e.Sequence > at.Sequence && e.ActorId == turned.PersonId && e.Event is TurnedOn on && on.Source == turned.Source)?.OffsetMs ?? lengthMs;
        var key = (turned.PersonId, turned.Source);
        off[key] = off.GetValueOrDefault(key, Stretches.None).With([new(at.OffsetMs, again)]);
    }
}
