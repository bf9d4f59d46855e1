using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class BoardRulesTests
{
    internal static BoardElement Shape(string id, int version, int nonce, string more = "\"link\":null") =>
        new(id, version, nonce, $$"""{"id":"{{id}}","type":"ellipse","version":{{version}},"versionNonce":{{nonce}},"x":1.5,"y":2,{{more}}}""");

    [Fact]
    public void Students_draw_while_they_are_let_and_cannot_open_or_clear()
    {
        var table = Started();
        Assert.Equal(BoardRules.OnlyHosts, table.Try(Mei, new OpenBoard()).Refusal);
        table.Do(Elif, new OpenBoard());
        Assert.Equal(BoardRules.NotForStudents, table.Try(Mei, new ChangeBoard([Shape("a", 1, 1)])).Refusal);
        table.Do(Elif, new AllowBoard(true));
        table.Do(Mei, new ChangeBoard([Shape("a", 1, 1)]));
        Assert.Equal(BoardRules.OnlyHosts, table.Try(Mei, new ClearBoard()).Refusal);
        table.Do(Elif, new CloseBoard());
        Assert.Equal(BoardRules.NotForStudents, table.Try(Mei, new ChangeBoard([Shape("a", 2, 1)])).Refusal);
        Assert.Single(table.State.Board.Elements);
    }

    [Fact]
    public void Of_two_who_draw_at_once_the_higher_version_holds_and_then_the_lower_nonce()
    {
        var table = Started();
        foreach (var element in new[] { Shape("a", 2, 40), Shape("a", 1, 1), Shape("a", 2, 30), Shape("a", 2, 35), new BoardElement("a", 2, 31, "") }) table.Do(Amara, new ChangeBoard([element]));
        Assert.Equal(Shape("a", 2, 30), table.State.Board.Elements["a"]);
        Assert.Equal(2, table.Log.Count(e => e.Event is BoardChanged));
    }

    [Theory]
    [InlineData("""{"id":"a","type":"image","version":1,"versionNonce":1}""")]
    [InlineData("""{"id":"a","type":"iframe","version":1,"versionNonce":1}""")]
    [InlineData("""{"id":"b","type":"ellipse","version":1,"versionNonce":1}""")]
    [InlineData("""{"id":"a","type":"ellipse","version":2,"versionNonce":1}""")]
    [InlineData("""{"id":"a","type":"ellipse","version":1,"versionNonce":1,"link":"javascript:alert(1)"}""")]
    [InlineData("""{"id":"a","type":"ellipse","version":1,"versionNonce":1,"points":[[[[[[[[[1]]]]]]]]]}""")]
    [InlineData("""[1]""")]
    [InlineData("""{"id":"a" """)]
    public void What_is_no_drawn_shape_is_not_kept(string data) =>
        Assert.Equal(BoardRules.CannotBeKept, Started().Try(Amara, new ChangeBoard([new("a", 1, 1, data)])).Refusal);

    [Fact]
    public void A_board_is_bounded_and_what_is_on_it_can_still_be_taken_away()
    {
        var table = Started();
        Assert.Equal(BoardRules.CannotBeKept, table.Try(Amara, new ChangeBoard([Shape("a", 1, 1, $"\"text\":\"{new string('x', BoardRules.LongestData)}\"")])).Refusal);
        Assert.Equal(BoardRules.CannotBeKept, table.Try(Amara, new ChangeBoard(default)).Refusal);
        for (var i = 0; i < BoardRules.MostElements; i += 200) table.Do(Amara, new ChangeBoard([.. Enumerable.Range(i, 200).Select(n => Shape($"e{n}", 1, 1))]));
        Assert.Equal(BoardRules.IsFull, table.Try(Amara, new ChangeBoard([Shape("more", 1, 1)])).Refusal);
        table.Do(Amara, new ChangeBoard([new("e0", 2, 1, "")]));
    }

    [Fact]
    public void In_a_breakout_room_the_board_belongs_to_those_who_are_in_it()
    {
        var table = Started();
        table.Do(Amara, new OpenBreakouts([new("A", [Mei.PersonId]), new("B", [Jonas.PersonId])]));
        table.Do(Mei, new DoInBreakout(1, new OpenBoard()));
        table.Do(Mei, new DoInBreakout(1, new ChangeBoard([Shape("a", 1, 1)])));
        Assert.Empty(table.State.Board.Elements);
        Assert.Single(table.State.Breakouts.Rooms[0].Inside!.Board.Elements);
        Assert.DoesNotContain(table.SeenBy(Jonas), e => e.Event is InBreakout { Event: BoardChanged });
        Assert.False(table.State.May(Mei, new BoardDraft([Shape("a", 2, 1)])));
    }
}
