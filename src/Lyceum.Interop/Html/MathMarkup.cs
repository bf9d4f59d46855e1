using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Lyceum.Interop.Html;

/// <summary>
/// Mathematics in foreign pages, all brought to one form: a span of class "math" whose text is TeX between \( \) or, displayed, \[ \].
/// Sources: Canvas's equation images (TeX in data-equation-content, in alt after "LaTeX: ", or in the address, encoded twice),
/// and TeX typed into the text between \( \), \[ \] or $$ $$.
/// </summary>
internal static partial class MathMarkup
{
    private const string AltPrefix = "LaTeX:";
    private const string AddressPart = "/equation_images/";

    public static string? TexOf(IElement image)
    {
        if (image.GetAttribute("data-equation-content") is { Length: > 0 } tex)
            return tex;
        var source = image.GetAttribute("src") ?? "";
        var at = source.IndexOf(AddressPart, StringComparison.Ordinal);
        if (!image.ClassList.Contains("equation_image") && at < 0)
            return null;
        if (image.GetAttribute("alt") is { } alt && alt.StartsWith(AltPrefix, StringComparison.OrdinalIgnoreCase))
            return alt[AltPrefix.Length..].Trim();
        return at < 0 ? null : Uri.UnescapeDataString(Uri.UnescapeDataString(source[(at + AddressPart.Length)..].Split('?')[0]));
    }

    public static bool IsIn(string text) => text.Contains("\\(", StringComparison.Ordinal)
        || text.Contains("\\[", StringComparison.Ordinal) || text.Contains("$$", StringComparison.Ordinal);

    /// <summary>The text in pieces: plain, or TeX with its delimiters.</summary>
    public static IEnumerable<(string Piece, bool IsTex)> Split(string text)
    {
        var end = 0;
        foreach (Match match in Formula().Matches(text))
        {
            yield return (text[end..match.Index], false);
            var displayed = match.Groups["dollars"];
            yield return (displayed.Success ? $"\\[{displayed.Value}\\]" : match.Value, true);
            end = match.Index + match.Length;
        }
        yield return (text[end..], false);
    }

    [GeneratedRegex(@"\\\(.+?\\\)|\\\[.+?\\\]|\$\$(?<dollars>.+?)\$\$", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Formula();
}
