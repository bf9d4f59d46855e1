using System.Collections.Immutable;
using System.Xml.Linq;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Film;

namespace Lyceum.Web.Tests.Classes.Film;

/// <summary>The pictures of a film that are drawn from the log.</summary>
public sealed class FilmPictureTests
{
    [Fact]
    public void What_people_wrote_is_text_in_a_picture_and_never_markup()
    {
        var card = Card("Is <script>alert(1)</script> & \u0001 a sample?", ["<b>Yes</b>", "No"], [1, 3]);
        Assert.Equal("Is <script>alert(1)</script> &  a sample?", string.Join(' ', Texts(card).Take(1)));
        Assert.DoesNotContain(XElement.Parse(card).Descendants(), e => e.Name.LocalName is "script" or "b");
        var board = new BoardPicture([Written("</text><script/>", "red")]).Draw([Written("</text><script/>", "red\" onload=\"x")]);
        Assert.Equal(["</text><script/>"], Texts(board));
        Assert.Contains(XElement.Parse(board).Descendants(), e => (string?)e.Attribute("stroke") == "#1e1e1e");
    }

    [Fact]
    public void A_question_in_Arabic_begins_at_the_right_and_a_long_one_ends_in_three_lines()
    {
        var arabic = XElement.Parse(Card("كيف تأتي إلى هنا؟", ["بالحافلة", "سيرًا"], [2, 1]));
        Assert.All(arabic.Descendants().Where(e => e.Attribute("direction") is not null), e => Assert.Equal(("rtl", "1200"), (e.Attribute("direction")!.Value, e.Attribute("x")!.Value)));
        Assert.Equal(3, arabic.Descendants().Count(e => e.Attribute("direction") is not null));
        var text = Texts(Card(string.Join(' ', Enumerable.Repeat("Which of these samples is the largest of all,", 8)), ["One", "Two"], [0, 0])).ToArray();
        Assert.EndsWith("…", text[2]);
        Assert.StartsWith("One", text[3]);
    }

    [Fact]
    public void All_that_comes_onto_a_board_has_its_place_from_the_beginning()
    {
        BoardElement[] all = [Box("near", 0), Box("far", 5_000)];
        var picture = new BoardPicture(all);
        string Place(string svg) => XElement.Parse(svg).Descendants().First(e => e.Name.LocalName == "g").Attribute("transform")!.Value;
        Assert.Equal(Place(picture.Draw(all)), Place(picture.Draw(all[..1])));
        Assert.StartsWith("scale(0.23529)", Place(picture.Draw(all)));
    }

    private static string Card(string question, ImmutableArray<string> options, ImmutableArray<int> votes) =>
        ResultPicture.Draw(new(new PollOpened(3, question, options, false), new PollResultsShown(3, votes, [.. votes.Select(_ => 0)], [1])), "#244bdd");

    private static IEnumerable<string> Texts(string svg) => XElement.Parse(svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value);

    private static BoardElement Written(string text, string color) =>
        new("t", 1, 1, System.Text.Json.JsonSerializer.Serialize(new { id = "t", type = "text", x = 0, y = 0, width = 100, height = 25, text, fontSize = 20, strokeColor = color }));

    private static BoardElement Box(string id, int x) => new(id, 1, 1, $$"""{"id":"{{id}}","type":"rectangle","x":{{x}},"y":0,"width":100,"height":100}""");
}
