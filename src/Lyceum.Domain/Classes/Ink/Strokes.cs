using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>A pen leaves a line, a marker a broad one that what lies under it shines through.</summary>
public enum InkTool { Pen, Marker }

/// <summary>What a line is meant to say. Each has a colour and, for those who do not tell colours apart, a way of its own to be drawn.</summary>
public enum InkColor { Ink, Stress, Right, Aside }

/// <summary>
/// A line on one slide of a deck, known by the sequence of the event that made it. <paramref name="Points"/> are x and y in turns, in ten-thousandths
/// of the width and the height of the slide. Slides count from 1.
/// </summary>
public sealed record Stroke(long Id, Guid PersonId, Guid DeckId, int Slide, InkTool Tool, InkColor Color, ImmutableArray<int> Points)
{
    public bool Equals(Stroke? other) => other is not null && Id == other.Id && PersonId == other.PersonId && DeckId == other.DeckId && Slide == other.Slide
        && Tool == other.Tool && Color == other.Color && Points.SequenceEqual(other.Points);

    public override int GetHashCode() => Id.GetHashCode();
}

/// <summary>A line that was drawn, whole, on a slide of the deck that is shown.</summary>
public sealed record DrawStroke(Guid DeckId, int Slide, InkTool Tool, InkColor Color, ImmutableArray<int> Points) : ClassCommand;

/// <summary>One's own lines, or for who leads anybody's.</summary>
public sealed record EraseStrokes(ImmutableArray<long> StrokeIds) : ClassCommand;

/// <summary>Everything on a slide that one may erase.</summary>
public sealed record ClearSlide(Guid DeckId, int Slide) : ClassCommand;

public sealed record StrokeDrawn(Guid DeckId, int Slide, InkTool Tool, InkColor Color, ImmutableArray<int> Points) : ClassEvent;

public sealed record StrokesErased(ImmutableArray<long> StrokeIds) : ClassEvent;
