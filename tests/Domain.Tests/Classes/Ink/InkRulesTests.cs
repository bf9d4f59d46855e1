using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class InkRulesTests
{
    private static readonly Guid Deck = Doors.Deck!.FileId;

    [Fact]
    public void Students_draw_once_they_present_and_erase_their_own_lines_alone()
    {
        var table = Started();
        var hers = table.Do(Amara, Line());
        Assert.Equal(InkRules.OnlyPresenters, table.Try(Mei, Line()).Refusal);
        table.Do(Amara, new NamePresenter(Mei.PersonId));
        var own = table.Do(Mei, Line(slide: 2));
        table.Do(Mei, new EraseStrokes([hers, own]));
        Assert.Equal([hers], table.State.Ink.Select(stroke => stroke.Id));
        Assert.False(table.State.May(Jonas, new Pointer(.5, .5)));
        Assert.True(table.State.May(Mei, new Pointer(.5, .5)));
    }

    [Fact]
    public void Clearing_a_slide_leaves_the_others()
    {
        var table = Started();
        table.Do(Amara, Line());
        var second = table.Do(Amara, Line(slide: 2));
        table.Do(Elif, new ClearSlide(Deck, 1));
        Assert.Equal([second], table.State.Ink.Select(stroke => stroke.Id));
        table.Do(Elif, new ClearSlide(Deck, 1));
        Assert.Single(table.Log, e => e.Event is StrokesErased);
    }

    [Theory]
    [InlineData(new[] { 0, 0 })]
    [InlineData(new[] { 0, 0, 1 })]
    [InlineData(new[] { 0, 0, 10_001, 0 })]
    [InlineData(new[] { 0, 0, -1, 0 })]
    public void What_is_no_line_on_the_slide_is_refused(int[] points) => Assert.Equal(InkRules.NoLine, Started().Try(Amara, Line() with { Points = [.. points] }).Refusal);

    [Fact]
    public void A_line_is_bounded_and_so_is_what_a_slide_holds()
    {
        var table = Started();
        Assert.Equal(InkRules.NoLine, table.Try(Amara, Line() with { Points = [.. Enumerable.Repeat(5, 2 * InkRules.MostPointsOfStroke + 2)] }).Refusal);
        Assert.Equal(InkRules.NoLine, table.Try(Amara, Line() with { Points = default }).Refusal);
        for (var i = 0; i < InkRules.MostStrokesOnSlide; i++) table.Do(Amara, Line());
        Assert.Equal(InkRules.SlideIsFull, table.Try(Amara, Line()).Refusal);
        table.Do(Amara, Line(slide: 2));
    }

    [Fact]
    public void A_line_for_slides_that_are_no_longer_shown_is_refused_and_none_is_added_to_a_replay()
    {
        var table = Started();
        Assert.Equal(InkRules.NotThisDeck, table.Try(Amara, Line() with { DeckId = Person(91) }).Refusal);
        Assert.Equal(ClassRefusals.OnlyLive, table.Try(Amara, Line(), offset: 10).Refusal);
        table.Do(Amara, new EndClass());
        Assert.Equal(ClassRefusals.HasEnded, table.Try(Amara, Line()).Refusal);
    }

    private static DrawStroke Line(int slide = 1) => new(Deck, slide, InkTool.Pen, InkColor.Ink, [100, 200, 300, 400]);
}
