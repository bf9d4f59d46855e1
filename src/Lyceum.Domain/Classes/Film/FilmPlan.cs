using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>
/// How a class becomes a film: the result of a poll stands on the stage for a while, else the open board, else a shown screen, else the slide with what is
/// drawn on it, else whoever speaks; beside all but that last one the camera of whoever speaks. What was cut is not in it, nor whoever was taken out. Of the
/// class itself: what went on in breakout rooms is for those who were in them.
/// </summary>
public sealed class FilmPlan
{
    /// <summary>Scenes begin and end with a picture of the film: 25 of them a second.</summary>
    public const long PictureMs = 40;

    private readonly FilmTracks tracks;
    private readonly FilmSpeaker speaker;
    private readonly FilmSheets sheets;
    private readonly long lengthMs;

    /// <param name="log">The whole log of an ended class, by sequence.</param>
    /// <param name="edits">Those that stand.</param>
    public FilmPlan(IReadOnlyCollection<LoggedEvent> log, IReadOnlyCollection<ReplayEdit> edits)
    {
        var edited = new EditedReplay(edits, log);
        var state = log.Aggregate(ClassState.Empty, (folded, logged) => folded.Apply(logged));
        lengthMs = log.LastOrDefault(e => e.Event is ClassEnded)?.OffsetMs ?? 0;
        Cuts = Stretches.Of(edited.Cuts.Within(0, lengthMs).Select(c => new WatchedInterval(Down(c.FromMs), Down(c.UntilMs + PictureMs - 1))));
        tracks = new FilmTracks(log, state, edited, lengthMs);
        speaker = new FilmSpeaker(log, state, tracks);
        sheets = new FilmSheets(log, edited, tracks.All.Where(t => t.Source == MediaSource.Screen).Select(t => t.StartMs));
        Scenes = [.. Compose()];
        Chapters = [.. state.Chapters.OrderBy(c => c.OffsetMs).Select(c => new FilmChapter(c.Title, Placed(c.OffsetMs))).GroupBy(c => c.FromMs).Select(same => same.Last()).Where(c => c.FromMs < LengthMs)];
    }

    public ImmutableArray<FilmScene> Scenes { get; }
    public ImmutableArray<FilmChapter> Chapters { get; }
    /// <summary>Widened to whole pictures, so that nothing of them is seen and sound and picture stay together.</summary>
    public Stretches Cuts { get; }
    /// <summary>Of the class.</summary>
    public long ClassMs => lengthMs;
    /// <summary>Of the film: the class without what was cut.</summary>
    public long LengthMs => Scenes.Sum(s => s.LengthMs);
    public IEnumerable<RecordedTrack> Sound => tracks.All.Where(t => t.Source is MediaSource.Microphone or MediaSource.ScreenSound);
    /// <summary>Whether anything is to be seen or heard.</summary>
    public bool HasAnything => LengthMs > 0 && (Sound.Any() || Scenes.Any(s => s.Stage is not FilmedNothing));

    private IEnumerable<FilmScene> Compose()
    {
        var scenes = new List<FilmScene>();
        var edges = Edges();
        for (var i = 0; i + 1 < edges.Length; i++)
        {
            var (from, until) = (edges[i], edges[i + 1]);
            if (Cuts.Any(c => from < c.UntilMs && until > c.FromMs)) continue;
            // What changes within a picture has changed in it.
            var scene = At(from + PictureMs - 1) with { FromMs = from, UntilMs = until };
            if (scenes.Count > 0 && scenes[^1].UntilMs == from && scenes[^1].Stage == scene.Stage && scenes[^1].Corner == scene.Corner) scenes[^1] = scenes[^1] with { UntilMs = until };
            else scenes.Add(scene);
        }
        return scenes.Select(s => s.Stage is FilmedSlide or FilmedBoard ? s with { Drawings = sheets.Within(s.FromMs, s.UntilMs, PictureMs) } : s);
    }

    private FilmScene At(long offset)
    {
        var shown = tracks.Of(MediaSource.Screen, offset).MaxBy(t => t.StartMs);
        var sheet = sheets.StageAt(offset);
        var camera = speaker.CameraAt(offset);
        var stage = sheets.ResultAt(offset) ?? (sheet is FilmedBoard || shown is null ? sheet : new FilmedTrack(shown));
        return new(offset, offset, stage ?? (camera is null ? new FilmedNothing() : new FilmedTrack(camera)), stage is null ? null : camera);
    }

    private long[] Edges()
    {
        var changes = sheets.Changes.Concat(tracks.Changes).Concat(speaker.Changes).Concat(Cuts.SelectMany(c => new[] { c.FromMs, c.UntilMs }));
        return [.. changes.Append(0).Append(lengthMs).Where(at => at >= 0 && at <= lengthMs).Select(Down).Distinct().Order()];
    }

    // An offset of the class, in the film; one within a cut is its end.
    private long Placed(long offset) => Scenes.Sum(s => Math.Clamp(offset - s.FromMs, 0, s.LengthMs));

    private static long Down(long offset) => offset / PictureMs * PictureMs;
}
