using Lyceum.Domain.Classes;

namespace Lyceum.Web.Tests.Classes;

public sealed class BoardTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task Two_who_draw_at_once_come_to_one_board_and_so_does_whoever_comes_later()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await amara.Do(new OpenBoard());
        Assert.Equal(BoardRules.NotForStudents.Message, (await mei.Send(new ChangeBoard([Shape(1, 5)]))).Refusal?.Message);
        await amara.Do(new AllowBoard(true));
        await Task.WhenAll(amara.Do(new ChangeBoard([Shape(2, 50)])), mei.Send(new ChangeBoard([Shape(2, 40)])));
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await amara.Until(() => amara.State.Board.Elements.Values.Any(element => element.Nonce == 40));
        Assert.Equal(Shape(2, 40), jonas.State.Board.Elements["a"]);
        Assert.True(jonas.State.Board.IsOpen);
    }

    [Fact]
    public async Task What_is_just_being_drawn_reaches_others_only_from_those_who_may_draw()
    {
        var (_, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await amara.Do(new OpenBoard());
        await mei.Line.Tell("Signal", new BoardDraft([Shape(1, 1)]));
        await amara.Line.Tell("Signal", new BoardDraft([Shape(1, 2) with { Data = "no shape" }]));
        await amara.Line.Tell("Signal", new BoardDraft([Shape(1, 3)]));
        await mei.Until(() => mei.Signals.Count > 0);
        Assert.Equal(3, ((BoardDraft)Assert.Single(mei.Signals).Signal).Elements.Single().Nonce);
        Assert.Empty(mei.State.Board.Elements);
    }

    private static BoardElement Shape(int version, int nonce) => new("a", version, nonce, $$"""{"id":"a","type":"line","version":{{version}},"versionNonce":{{nonce}}}""");
}
