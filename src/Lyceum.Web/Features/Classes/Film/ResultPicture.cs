using System.Text;
using System.Xml.Linq;
using Lyceum.Domain.Classes;
using static Lyceum.Web.Features.Classes.Film.Svg;

namespace Lyceum.Web.Features.Classes.Film;

/// <summary>What came of a poll, on a card as large as the stage: the question, and a bar for each option. Without words of its own, so that it is in no language but that of the poll.</summary>
internal static class ResultPicture
{
    private const int Width = 1280, Height = 720, Edge = 80, Bar = 1040, MostInLine = 48, MostLines = 3, MostWords = 12;
    private const string Ink = "#121826", Good = "#007e46", Ground = "#eaedf2";

    /// <param name="result">What is shown.</param>
    /// <param name="hue">"#rrggbb", of the course.</param>
    public static string Draw(FilmedResult result, string hue)
    {
        var (poll, votes) = (result.Poll, result.Result);
        var lines = Wrapped(poll.Question);
        var head = lines.Select((line, i) => Text(line, "x", Start(line), "y", 110 + 50 * i, "font-size", 40, "font-weight", 700, "fill", Ink, "direction", Direction(line)));
        var from = 90 + 50 * lines.Count;
        var body = votes.Words is { } words ? Words(words, from, hue) : Options(poll.Options, [.. Enumerable.Range(0, poll.Options.Length).Select(i => votes.Live.ElementAtOrDefault(i) + votes.Later.ElementAtOrDefault(i))], [.. votes.Correct], from, hue);
        return Picture(Width, Height, [Part("rect", "width", Width, "height", Height, "fill", "#ffffff"), .. head, .. body]);
    }

    private static IEnumerable<XElement> Options(IReadOnlyList<string> options, int[] votes, int[] correct, int from, string hue)
    {
        var (each, most) = (Math.Min(100.0, (Height - 40.0 - from) / options.Count), Math.Max(1, votes.Max()));
        for (var i = 0; i < options.Count; i++)
        {
            var (top, isRight) = (from + each * i, correct.Contains(i));
            var (name, thick, share) = (Shortened(options[i]) + (isRight ? " ✓" : ""), each * .3, (double)Bar * votes[i] / most);
            var isLeftward = Direction(name) is not null;
            yield return Text(name, "x", Start(name), "y", top + each * .42, "font-size", each * .3, "font-weight", isRight ? 700 : 400, "fill", isRight ? Good : Ink, "direction", Direction(name));
            yield return Part("rect", "x", isLeftward ? Width - Edge - Bar : Edge, "y", top + each * .54, "width", Bar, "height", thick, "rx", 4, "fill", Ground);
            if (share > 0) yield return Part("rect", "x", isLeftward ? Width - Edge - share : Edge, "y", top + each * .54, "width", share, "height", thick, "rx", 4, "fill", hue);
            yield return Text($"{votes[i]}", "x", isLeftward ? Edge : Width - Edge, "y", top + each * .54 + thick * .9, "font-size", each * .34, "font-weight", 700, "text-anchor", isLeftward ? "start" : "end", "fill", Ink);
        }
    }

    private static IEnumerable<XElement> Words(IReadOnlyList<PollWord> words, int from, string hue)
    {
        var shown = words.Take(MostWords).ToArray();
        var each = Math.Min(80.0, (Height - 40.0 - from) / Math.Max(1, (shown.Length + 1) / 2));
        for (var i = 0; i < shown.Length; i++)
        {
            var (left, top) = (i % 2 == 0 ? Edge : Width / 2 + 20, from + each * (i / 2 + 1));
            yield return Text($"{shown[i].Live + shown[i].Later}", "x", left, "y", top, "font-size", each * .45, "font-weight", 700, "fill", hue);
            yield return Text(Shortened(shown[i].Text), "x", left + 80, "y", top, "font-size", each * .45, "fill", Ink);
        }
    }

    private static List<string> Wrapped(string text)
    {
        var lines = new List<StringBuilder> { new() };
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= MostInLine) lines.Add(new());
            lines[^1].Append(lines[^1].Length > 0 ? " " : "").Append(word);
        }
        if (lines.Count > MostLines) lines[MostLines - 1].Append('…');
        return [.. lines.Take(MostLines).Select(line => Shortened(line.ToString()))];
    }

    private static string Shortened(string text) => text.Length <= MostInLine + 20 ? text : text[..(MostInLine + 19)] + "…";

    // Arabic and Hebrew begin at the right (Unicode blocks from 0590 to 08FF).
    private static string? Direction(string text) => text.FirstOrDefault(char.IsLetter) is >= '\u0590' and <= '\u08ff' ? "rtl" : null;

    private static int Start(string text) => Direction(text) is null ? Edge : Width - Edge;
}
