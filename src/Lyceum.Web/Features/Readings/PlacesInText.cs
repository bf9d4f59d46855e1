using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lyceum.Domain.Readings;
using Microsoft.AspNetCore.Html;

namespace Lyceum.Web.Features.Readings;

/// <summary>What is to be marked: its id in the page, its classes, and for a question its number.</summary>
public sealed record Place(string Id, Passage Passage, string Classes, int? Number = null, string? Target = null, string? Label = null);

/// <summary>
/// Marks places in the HTML of a text. The text that places are found in is what the reader sees, each run of white space as one blank
/// and each formula as its TeX; client/readings/page-text.ts reads the page in the same way.
/// </summary>
public sealed class PlacesInText
{
    private readonly IElement body;
    private readonly StringBuilder text = new();
    /// <summary>For each character: its node (a text, or a formula as a whole) and where it is in that.</summary>
    private readonly List<(INode Node, int At)> origin = [];

    private PlacesInText(string html)
    {
        body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        Read(body);
    }

    /// <summary>The text with its marks, and where each place begins (missing = its place is gone).</summary>
    public static (IHtmlContent Html, IReadOnlyDictionary<string, int> Starts) Mark(string html, IReadOnlyList<Place> places)
    {
        var page = new PlacesInText(html);
        var found = places.Select(place => (place, at: place.Passage.FindIn(page.text.ToString())))
            .Where(one => one.at is not null).OrderByDescending(one => one.at!.Value.Start).ToList();
        // From the end, so that what is split does not move what is still to be marked.
        foreach (var (place, at) in found) page.Wrap(place, at!.Value);
        return (new HtmlString(page.body.InnerHtml), found.ToDictionary(one => one.place.Id, one => one.at!.Value.Start));
    }

    private void Read(INode parent)
    {
        foreach (var node in parent.ChildNodes.ToList())
        {
            if (node is IElement element && element.ClassList.Contains("math")) Add(node, Tex(element.TextContent), whole: true);
            else if (node is IText words) Add(node, words.Data, whole: false);
            else Read(node);
        }
    }

    private static string Tex(string source) => source.Trim() is { Length: >= 4 } tex && tex[0] == '\\' ? tex[2..^2].Trim() : source.Trim();

    private void Add(INode node, string letters, bool whole)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var blank = char.IsWhiteSpace(letters[i]);
            if (blank && (text.Length == 0 || text[^1] == ' ')) continue;
            text.Append(blank ? ' ' : letters[i]);
            origin.Add((node, whole ? -1 : i));
        }
    }

    private void Wrap(Place place, Stretch at)
    {
        var pieces = origin.GetRange(at.Start, at.Length).GroupBy(letter => letter.Node).Where(group => group.Key.Parent is not null && IsWorthMarking(group.Key)).ToList();
        IElement? last = null;
        for (var i = pieces.Count - 1; i >= 0; i--)
        {
            var piece = pieces[i].Key is IText words ? Cut(words, pieces[i].Min(letter => letter.At), pieces[i].Max(letter => letter.At) + 1) : pieces[i].Key;
            var mark = MarkAround(piece, place, isFirst: i == 0);
            last ??= mark;
        }
        if (last is not null && place.Number is { } number) last.After(Reference(place, number));
    }

    /// <summary>Blanks between blocks belong to nobody: a mark there would stand in a list or table where none may.</summary>
    private static bool IsWorthMarking(INode node) => node is not IText words || !string.IsNullOrWhiteSpace(words.Data);

    private static IText Cut(IText words, int from, int to)
    {
        if (to < words.Data.Length) words.Split(to);
        return from > 0 ? words.Split(from) : words;
    }

    private IElement MarkAround(INode piece, Place place, bool isFirst)
    {
        var mark = body.Owner!.CreateElement(piece is IElement { LocalName: "div" } ? "div" : "mark");
        mark.ClassName = place.Classes;
        mark.SetAttribute("data-place", place.Id);
        if (isFirst) mark.Id = place.Id;
        piece.Parent!.ReplaceChild(mark, piece);
        mark.AppendChild(piece);
        return mark;
    }

    private IElement Reference(Place place, int number)
    {
        var link = body.Owner!.CreateElement("a");
        link.ClassName = "place-number";
        link.SetAttribute("href", "#" + place.Target);
        link.SetAttribute("aria-label", place.Label ?? "");
        link.TextContent = $"{number}";
        return link;
    }
}
