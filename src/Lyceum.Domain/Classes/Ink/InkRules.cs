using System.Collections.Immutable;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>Who draws on the slides, and how much a class holds of it.</summary>
public static class InkRules
{
    /// <summary>Whoever is drawing a longer line goes on with another.</summary>
    public const int MostPointsOfStroke = 250;
    public const int MostStrokesOnSlide = 300;
    public const int MostPointsOfClass = 60_000;
    private const int Whole = 10_000;

    public static Refusal OnlyPresenters { get; } = Refusal.Forbidden("Only whoever presents can draw on the slides.");
    public static Refusal NotThisDeck { get; } = Refusal.Conflict("Other slides are shown by now.");
    public static Refusal NoLine { get; } = Refusal.Invalid("This is no line that can be drawn.");
    public static Refusal SlideIsFull { get; } = Refusal.Conflict("There is no room for more lines here. Clear some first.");

    /// <summary>Staff, co-hosts and presenters draw on the slides, and point at them.</summary>
    public static bool MayDraw(this ClassState state, ClassActor who) => who.Role != ClassRole.Observer && (state.Leads(who) || state.Media.Presenters.Contains(who.PersonId));

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ClassCommand command, ClassActor who) => command switch
    {
        DrawStroke or EraseStrokes or ClearSlide when !state.MayDraw(who) => OnlyPresenters,
        DrawStroke c => Draw(state, c),
        EraseStrokes { StrokeIds.IsDefault: true } => NoLine,
        EraseStrokes c => Erase(state, who, stroke => c.StrokeIds.Contains(stroke.Id)),
        ClearSlide c => Erase(state, who, stroke => stroke.DeckId == c.DeckId && stroke.Slide == c.Slide),
        _ => NotHere,
    };

    internal static ImmutableArray<Stroke>? Apply(this ImmutableArray<Stroke> ink, SeenEvent seen, Guid actor) => seen.Event switch
    {
        StrokeDrawn e => ink.Add(new(seen.Sequence, actor, e.DeckId, e.Slide, e.Tool, e.Color, e.Points)),
        StrokesErased e => [.. ink.Where(stroke => !e.StrokeIds.Contains(stroke.Id))],
        _ => null,
    };

    private static Outcome<ImmutableArray<DecidedEvent>> Draw(ClassState state, DrawStroke c)
    {
        if (state.Deck is null) return ClassRefusals.NoDeck;
        if (state.Deck.FileId != c.DeckId) return NotThisDeck;
        if (c.Slide is < 1 or > RoomRules.MostSlides) return ClassRefusals.NoSuchSlide;
        if (c.Points.IsDefault || c.Points.Length is < 4 or > 2 * MostPointsOfStroke || c.Points.Length % 2 != 0 || c.Points.Any(p => p is < 0 or > Whole)) return NoLine;
        var onSlide = state.Ink.Count(stroke => stroke.DeckId == c.DeckId && stroke.Slide == c.Slide);
        if (onSlide >= MostStrokesOnSlide || state.Ink.Sum(stroke => stroke.Points.Length / 2) >= MostPointsOfClass) return SlideIsFull;
        return Happened(new StrokeDrawn(c.DeckId, c.Slide, c.Tool, c.Color, c.Points));
    }

    private static Outcome<ImmutableArray<DecidedEvent>> Erase(ClassState state, ClassActor who, Func<Stroke, bool> isMeant)
    {
        ImmutableArray<long> erased = [.. state.Ink.Where(stroke => isMeant(stroke) && (state.Leads(who) || stroke.PersonId == who.PersonId)).Select(stroke => stroke.Id)];
        return erased.IsEmpty ? Nothing : Happened(new StrokesErased(erased));
    }
}
