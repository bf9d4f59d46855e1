using System.Globalization;
using System.Xml.Linq;

namespace Lyceum.Interop.Xml;

/// <summary>Elements, and what their attributes said, by local name, whatever their namespace; values trimmed, empty as absent.</summary>
internal static class LocalNames
{
    public static IEnumerable<XElement> All(this XContainer? within, string name) =>
        within?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    public static XElement? One(this XContainer? within, string name) => within.All(name).FirstOrDefault();

    public static IEnumerable<XElement> Deep(this XContainer? within, string name) =>
        within?.Descendants().Where(e => e.Name.LocalName == name) ?? [];

    public static string? Text(this XContainer? within, string name) => Kept(within.One(name)?.Value);

    public static string? Said(this XElement? element, string name) =>
        Kept(element?.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value);

    public static decimal? Number(this XContainer? within, string name) => AsNumber(within.Text(name));

    public static decimal? AsNumber(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
