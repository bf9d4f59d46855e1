using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Lyceum.Web.Features.Classes.Film;

/// <summary>The little of SVG 1.1 of which the pictures of a film are made. What people wrote goes through it as text, never as markup.</summary>
internal static class Svg
{
    public const string Font = "Inter, DejaVu Sans, Noto Sans, sans-serif";
    private static readonly XNamespace Names = "http://www.w3.org/2000/svg";

    public static string Picture(int width, int height, params IEnumerable<XElement> parts) =>
        new XElement(Names + "svg", new XAttribute("width", width), new XAttribute("height", height), new XAttribute("viewBox", $"0 0 {width} {height}"), parts).ToString(SaveOptions.DisableFormatting);

    /// <param name="name">Of the element.</param>
    /// <param name="attributes">A name and its value in turns; what has no value is left out.</param>
    public static XElement Part(string name, params object?[] attributes) =>
        new(Names + name, attributes.Chunk(2).Where(pair => pair[1] is not null).Select(pair => new XAttribute((string)pair[0]!, pair[1] is double number ? Number(number) : pair[1]!)));

    public static XElement Group(XElement[] parts, params object?[] attributes)
    {
        var group = Part("g", attributes);
        group.Add(parts);
        return group;
    }

    public static XElement Text(string written, params object?[] attributes)
    {
        var text = Part("text", ["font-family", Font, .. attributes]);
        text.Add(Tame(written));
        return text;
    }

    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    // XML has no place for control characters and halves of letters.
    private static string Tame(string written) => string.Concat(written.EnumerateRunes().Where(rune => !Rune.IsControl(rune)).Select(rune => rune.ToString()));
}
