using System.Text;

namespace Lyceum.Domain.Readings;

/// <summary>A piece of a text, counted in characters.</summary>
public readonly record struct Stretch(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>
/// A place in a reading: what it says there, a little of what stands around it, and where it began (characters from the start of the text).
/// White space counts as one blank. The words lead and the position only decides between equals, so the place survives edits elsewhere
/// and small edits of its own (W3C Web Annotation Data Model, TextQuoteSelector and TextPositionSelector).
/// </summary>
public sealed record Passage(string Quote, string Before, string After, int Start)
{
    public const int MaxQuote = 1000;
    public const int MaxAround = 40;

    /// <summary>Context is cut, never refused: it only helps to find the place again.</summary>
    public static Outcome<Passage> Of(string? quote, string? before, string? after, int start)
    {
        var words = OneBlank(quote ?? "").Trim();
        if (words.Length == 0) return ReadingRefusals.NothingSelected;
        if (words.Length > MaxQuote) return ReadingRefusals.SelectedTooMuch;
        var (left, right) = (OneBlank(before ?? ""), OneBlank(after ?? ""));
        return new Passage(words, left[Math.Max(0, left.Length - MaxAround)..], right[..Math.Min(MaxAround, right.Length)], Math.Max(0, start));
    }

    /// <summary>Null once the place is gone. <paramref name="text"/> has its white space as single blanks.</summary>
    public Stretch? FindIn(string text) => WhereItSaysSo(text) ?? BetweenItsNeighbours(text);

    private static string OneBlank(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (!char.IsWhiteSpace(letter)) plain.Append(letter);
            else if (plain.Length == 0 || plain[^1] != ' ') plain.Append(' ');
        return plain.ToString();
    }

    private Stretch? WhereItSaysSo(string text)
    {
        Stretch? best = null;
        var bestFit = (Around: -1, Near: int.MinValue);
        for (var at = text.IndexOf(Quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Quote, at + 1, StringComparison.Ordinal))
        {
            var found = new Stretch(at, Quote.Length);
            var fit = (Around: SharedBefore(text, at) + SharedAfter(text, found.End), Near: -Math.Abs(at - Start));
            if (fit.CompareTo(bestFit) > 0) (best, bestFit) = (found, fit);
        }
        return best;
    }

    /// <summary>The words themselves were changed, but what stood before and after still stands, about as far apart.</summary>
    private Stretch? BetweenItsNeighbours(string text)
    {
        if (Before.Length < 12 || After.Length < 12) return null;
        for (var at = text.IndexOf(Before, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Before, at + 1, StringComparison.Ordinal))
        {
            var from = at + Before.Length;
            var to = text.IndexOf(After, from, StringComparison.Ordinal);
            if (to > from && to - from <= 2 * Quote.Length + MaxAround) return new Stretch(from, to - from);
        }
        return null;
    }

    private int SharedBefore(string text, int at)
    {
        var same = 0;
        while (same < Before.Length && same < at && text[at - 1 - same] == Before[^(same + 1)]) same++;
        return same;
    }

    private int SharedAfter(string text, int at)
    {
        var same = 0;
        while (same < After.Length && at + same < text.Length && text[at + same] == After[same]) same++;
        return same;
    }
}
