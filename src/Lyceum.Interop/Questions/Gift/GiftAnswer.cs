using System.Globalization;

namespace Lyceum.Interop.Questions.Gift;

/// <summary>One answer between braces: its mark (= right, ~ wrong), its weight in parts of 1 where one is given, text and feedback still escaped.</summary>
internal sealed record GiftAnswer(char Mark, decimal? Weight, string Text, string? Feedback)
{
    public decimal Credit => Weight ?? (Mark == '=' ? 1 : 0);

    public static IReadOnlyList<GiftAnswer> All(string answers)
    {
        var found = new List<GiftAnswer>();
        for (var at = Next(answers, 0); at < answers.Length;)
        {
            var end = Next(answers, at + 1);
            found.Add(One(answers[at], answers[(at + 1)..end]));
            at = end;
        }
        return found;
    }

    /// <summary>Text and feedback, which follow each other after a #.</summary>
    public static (string Text, string? Feedback) Parts(string text)
    {
        var hash = text.IndexOf('#');
        return hash < 0 ? (text.Trim(), null) : (text[..hash].Trim(), text[(hash + 1)..].Trim());
    }

    private static GiftAnswer One(char mark, string rest)
    {
        var (weight, text) = Weighed(rest.Trim());
        var (answer, feedback) = Parts(text);
        return new GiftAnswer(mark, weight, answer, feedback);
    }

    private static (decimal? Weight, string Text) Weighed(string text)
    {
        var close = text.StartsWith('%') ? text.IndexOf('%', 1) : -1;
        return close > 1 && decimal.TryParse(text[1..close], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is >= -100 and <= 100
            ? (percent / 100, text[(close + 1)..])
            : (null, text);
    }

    private static int Next(string text, int from)
    {
        var at = text.IndexOfAny(['=', '~'], Math.Min(from, text.Length));
        return at < 0 ? text.Length : at;
    }
}
