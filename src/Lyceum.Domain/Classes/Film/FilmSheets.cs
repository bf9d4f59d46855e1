using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>
/// What lay on the stage besides recordings: slides, what was drawn on them, the board, results of polls. As students see it: what was taken out of
/// the replay is not in it. The pointer is of the moment and in no log.
/// </summary>
internal sealed class FilmSheets
{
    /// <summary>So long a result stands, unless something else is shown before.</summary>
    public const long ResultMs = 8_000;
    /// <summary>Lines that come sooner after each other appear together.</summary>
    private const long DrawnEveryMs = 400;

    private readonly List<Sheet> sheets = [new(long.MinValue, ClassState.Empty, 0)];
    private readonly List<(long At, long Until, FilmedResult Result)> results;

    /// <param name="log">The whole log of an ended class, by sequence.</param>
    /// <param name="edited">What was taken out of it.</param>
    /// <param name="shown">Offsets at which a screen began to be shown.</param>
    public FilmSheets(IEnumerable<LoggedEvent> log, EditedReplay edited, IEnumerable<long> shown)
    {
        LoggedEvent[] seen = [.. log.Where(e => !e.IsLate).Select(e => edited.Show(e, Guid.Empty)).OfType<LoggedEvent>().OrderBy(e => e.OffsetMs).ThenBy(e => e.Sequence)];
        foreach (var logged in seen.Where(e => e.Event is DeckShown or SlideTurned or StrokeDrawn or StrokesErased or BoardOpened or BoardClosed or BoardChanged or BoardCleared))
        {
            var last = sheets[^1];
            sheets.Add(new(logged.OffsetMs, last.State.Apply(logged), logged.Event is BoardOpened && !last.State.Board.IsOpen ? last.Opening + 1 : last.Opening));
        }
        results = Results(seen, [.. Turns.Concat(shown).Order()]);
    }

    /// <summary>Offsets at which another thing stands on the stage.</summary>
    public IEnumerable<long> Changes => Turns.Concat(results.SelectMany(r => new[] { r.At, r.Until }));

    private IEnumerable<long> Turns => sheets.Zip(sheets.Skip(1)).Where(two => StageOf(two.First) != StageOf(two.Second)).Select(two => two.Second.At);

    public FilmedResult? ResultAt(long offset) => results.LastOrDefault(r => r.At <= offset && offset < r.Until).Result;

    /// <summary>The board, else the slide.</summary>
    public FilmStage? StageAt(long offset) => StageOf(At(offset));

    /// <summary>What is drawn on the stage from one offset to another; the first is what is there with the first picture.</summary>
    public ImmutableArray<FilmDrawing> Within(long from, long until, long pictureMs)
    {
        var drawings = new List<FilmDrawing> { DrawnOn(At(from + pictureMs - 1), from) };
        foreach (var sheet in sheets.Where(s => s.At >= from + pictureMs && s.At < until))
        {
            var at = from + (sheet.At - from + DrawnEveryMs - 1) / DrawnEveryMs * DrawnEveryMs;
            var drawing = DrawnOn(sheet, at);
            if (at >= until || IsSame(drawing, drawings[^1])) continue;
            if (drawings[^1].FromMs == at) drawings[^1] = drawing;
            else drawings.Add(drawing);
        }
        return drawings.All(d => d.Ink.IsEmpty && d.Board.IsEmpty) ? [] : [.. drawings];
    }

    private Sheet At(long offset) => sheets.Last(s => s.At <= offset);

    private static FilmStage? StageOf(Sheet sheet) => sheet.State switch
    {
        { Board.IsOpen: true } => new FilmedBoard(sheet.Opening),
        { Deck: { } deck } => new FilmedSlide(deck.FileId, deck.Slide),
        _ => null,
    };

    private static FilmDrawing DrawnOn(Sheet sheet, long at) => sheet.State switch
    {
        { Board: { IsOpen: true } board } => new(at, [], [.. board.Elements.Values.Where(e => e.Data.Length > 0).OrderBy(e => e.Id, StringComparer.Ordinal)]),
        { Deck: { } deck } => new(at, [.. sheet.State.Ink.Where(s => s.DeckId == deck.FileId && s.Slide == deck.Slide)], []),
        _ => new(at, [], []),
    };

    private static bool IsSame(FilmDrawing one, FilmDrawing other) => one.Ink.SequenceEqual(other.Ink) && one.Board.SequenceEqual(other.Board);

    private static List<(long, long, FilmedResult)> Results(LoggedEvent[] seen, long[] turns)
    {
        var polls = seen.Select(e => e.Event).OfType<PollOpened>().GroupBy(p => p.PollId).ToDictionary(p => p.Key, p => p.First());
        LoggedEvent[] shown = [.. seen.Where(e => e.Event is PollResultsShown result && polls.ContainsKey(result.PollId))];
        return [.. shown.Select(e => (e.OffsetMs, Until(e.OffsetMs), new FilmedResult(polls[((PollResultsShown)e.Event).PollId], (PollResultsShown)e.Event)))];

        long Until(long at) => Math.Min(at + ResultMs, turns.Concat(shown.Select(e => e.OffsetMs)).Where(other => other > at).DefaultIfEmpty(long.MaxValue).Min());
    }

    private sealed record Sheet(long At, ClassState State, int Opening);
}
