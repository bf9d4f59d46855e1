using System.Collections.Immutable;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>Who opens the board, who draws on it, and how much it holds.</summary>
public static class BoardRules
{
    public const int MostElements = 2_000;
    public const int MostElementsAtOnce = 200;
    public const int LongestData = 40_000;
    public const int LongestChange = 150_000;
    public const int LongestBoard = 2_000_000;
    private const int LongestDraft = 12_000;

    public static Refusal NotForStudents { get; } = Refusal.Forbidden("The board is not open to students just now.");
    public static Refusal OnlyHosts { get; } = Refusal.Forbidden("Only the staff of the course can do that with the board.");
    public static Refusal CannotBeKept { get; } = Refusal.Invalid("This cannot be kept on the board.");
    public static Refusal IsFull { get; } = Refusal.Conflict("The board is full. Clear it, or take something away.");

    /// <summary>Staff, co-hosts and presenters; students while they are let.</summary>
    public static bool MayDrawOnBoard(this ClassState state, ClassActor who) =>
        who.Role != ClassRole.Observer && (state.MayDraw(who) || (state.Board is { IsOpen: true, StudentsDraw: true }));

    internal static bool May(this ClassState state, ClassActor who, BoardDraft draft) =>
        state.MayDrawOnBoard(who) && !draft.Elements.IsDefaultOrEmpty
        && draft.Elements.Sum(element => element.Data.Length) <= LongestDraft && draft.Elements.All(BoardData.IsWell);

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ClassCommand command, ClassActor who) => command switch
    {
        OpenBoard or CloseBoard or AllowBoard or ClearBoard when !state.Leads(who) && !state.Board.IsOwn => OnlyHosts,
        OpenBoard => state.Board.IsOpen ? Nothing : Happened(new BoardOpened()),
        CloseBoard => state.Board.IsOpen ? Happened(new BoardClosed()) : Nothing,
        AllowBoard c => state.Board.StudentsDraw == c.IsAllowed ? Nothing : Happened(new BoardAllowed(c.IsAllowed)),
        ClearBoard => state.Board.Elements.IsEmpty ? Nothing : Happened(new BoardCleared()),
        ChangeBoard when !state.MayDrawOnBoard(who) => NotForStudents,
        ChangeBoard c => Change(state.Board, c.Elements),
        _ => NotHere,
    };

    internal static RoomBoard? Apply(this RoomBoard board, SeenEvent seen) => seen.Event switch
    {
        BoardOpened => board with { IsOpen = true },
        BoardClosed => board with { IsOpen = false },
        BoardAllowed e => board with { StudentsDraw = e.IsAllowed },
        BoardCleared => board with { Elements = board.Elements.Clear() },
        BoardChanged e => board with { Elements = board.Elements.SetItems(Newer(board, e.Elements).Select(element => KeyValuePair.Create(element.Id, element))) },
        _ => null,
    };

    private static IEnumerable<BoardElement> Newer(RoomBoard board, ImmutableArray<BoardElement> elements) =>
        elements.Where(element => !board.Elements.TryGetValue(element.Id, out var known) || element.Replaces(known));

    private static Outcome<ImmutableArray<DecidedEvent>> Change(RoomBoard board, ImmutableArray<BoardElement> elements)
    {
        if (elements.IsDefaultOrEmpty || elements.Length > MostElementsAtOnce || elements.Sum(element => element.Data.Length) > LongestChange) return CannotBeKept;
        if (elements.DistinctBy(element => element.Id).Count() != elements.Length || !elements.All(BoardData.IsWell)) return CannotBeKept;
        ImmutableArray<BoardElement> newer = [.. Newer(board, elements)];
        if (newer.IsEmpty) return Nothing;
        var isMore = newer.Any(element => element.Data.Length > 0);
        var after = board.Elements.SetItems(newer.Select(element => KeyValuePair.Create(element.Id, element)));
        return isMore && (after.Count > MostElements || after.Values.Sum(element => element.Data.Length) > LongestBoard) ? IsFull : Happened(new BoardChanged(newer));
    }
}
