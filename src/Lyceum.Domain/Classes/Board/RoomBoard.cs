using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>
/// One thing on the board as Excalidraw has it: <paramref name="Data"/> is its JSON, empty once it is deleted. Of two versions of one thing the higher
/// holds; of two that are equally high, that with the lower nonce: so whoever draws at the same time comes to the same board, in whatever order they hear of it.
/// </summary>
public sealed record BoardElement(string Id, int Version, int Nonce, string Data)
{
    public bool Replaces(BoardElement known) => Version > known.Version || (Version == known.Version && Nonce < known.Nonce);
}

/// <summary>The whiteboard of a class, or of a breakout room.</summary>
public sealed record RoomBoard
{
    public static RoomBoard Empty { get; } = new();
    /// <summary>In a breakout room it belongs to those who are in it.</summary>
    public static RoomBoard OfBreakout { get; } = new() { IsOwn = true, StudentsDraw = true };

    public bool IsOpen { get; init; }
    public bool StudentsDraw { get; init; }
    public bool IsOwn { get; init; }
    /// <summary>By id, with those that were deleted.</summary>
    public ImmutableDictionary<string, BoardElement> Elements { get; init; } = ImmutableDictionary<string, BoardElement>.Empty;
}

/// <summary>Shows the board to all, with what is on it.</summary>
public sealed record OpenBoard : ClassCommand;

public sealed record CloseBoard : ClassCommand;

/// <summary>Whether students may draw on it too.</summary>
public sealed record AllowBoard(bool IsAllowed) : ClassCommand;

/// <summary>What somebody drew, changed or deleted.</summary>
public sealed record ChangeBoard(ImmutableArray<BoardElement> Elements) : ClassCommand;

/// <summary>Begins with an empty board.</summary>
public sealed record ClearBoard : ClassCommand;

public sealed record BoardOpened : ClassEvent;

public sealed record BoardClosed : ClassEvent;

public sealed record BoardAllowed(bool IsAllowed) : ClassEvent;

public sealed record BoardChanged(ImmutableArray<BoardElement> Elements) : ClassEvent;

public sealed record BoardCleared : ClassEvent;

/// <summary>What is being drawn on the class's board at this moment; what comes of it is a <see cref="ChangeBoard"/>.</summary>
public sealed record BoardDraft(ImmutableArray<BoardElement> Elements) : ClassSignal;
