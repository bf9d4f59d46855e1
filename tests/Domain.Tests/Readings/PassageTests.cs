using Lyceum.Domain.Readings;

namespace Lyceum.Domain.Tests.Readings;

public class PassageTests
{
    private const string Text = "Variances of independent things add; standard deviations do not. So the sum of the waits has variance n. The mean is that sum divided by n.";

    private static Passage At(string quote, string text = Text, int from = 0)
    {
        var start = text.IndexOf(quote, from, StringComparison.Ordinal);
        return Passage.Of(quote, text[..start], text[(start + quote.Length)..], start).Value;
    }

    private static string? Found(Passage passage, string text) => passage.FindIn(text) is { } there ? text.Substring(there.Start, there.Length) : null;

    [Fact]
    public void A_place_is_found_where_it_was() =>
        Assert.Equal(new Stretch(Text.IndexOf("standard", StringComparison.Ordinal), 8), At("standard").FindIn(Text));

    [Fact]
    public void What_is_written_before_it_only_moves_it()
    {
        var edited = "A new beginning, and a longer one. " + Text;
        Assert.Equal("standard deviations do not.", Found(At("standard deviations do not."), edited));
    }

    [Fact]
    public void Among_equal_words_the_neighbours_decide_and_then_the_distance()
    {
        const string twice = "The sum is one. The mean of the sum is two. The sum is three.";
        var second = At("sum", twice, twice.IndexOf("mean", StringComparison.Ordinal));
        Assert.Equal(twice.IndexOf("sum is two", StringComparison.Ordinal), second.FindIn(twice)!.Value.Start);

        var bare = new Passage("The", "", "", 40);
        Assert.Equal(twice.LastIndexOf("The", StringComparison.Ordinal), bare.FindIn(twice)!.Value.Start);
    }

    [Fact]
    public void A_place_whose_own_words_were_mended_is_found_between_its_neighbours()
    {
        var edited = Text.Replace("standard deviations do not", "their standard deviations never do");
        Assert.Equal("their standard deviations never do", Found(At("standard deviations do not"), edited));
    }

    [Fact]
    public void A_place_that_was_cut_out_is_gone() =>
        Assert.Null(At("standard deviations do not").FindIn("Another text altogether, about something else."));

    [Fact]
    public void White_space_is_one_blank_and_context_is_cut_to_what_helps()
    {
        var passage = Passage.Of("  two\r\n words ", new string('a', 100), new string('b', 100), -3).Value;
        Assert.Equal(("two words", 40, 40, 0), (passage.Quote, passage.Before.Length, passage.After.Length, passage.Start));
    }

    [Fact]
    public void Nothing_or_half_a_book_cannot_be_marked()
    {
        Assert.Equal(ReadingRefusals.NothingSelected, Passage.Of(" \n", "", "", 0).Refusal);
        Assert.Equal(ReadingRefusals.SelectedTooMuch, Passage.Of(new string('x', 1001), "", "", 0).Refusal);
    }
}
