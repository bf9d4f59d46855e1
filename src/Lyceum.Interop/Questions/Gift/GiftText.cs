using System.Net;
using Lyceum.Domain;
using Lyceum.Interop.Html;

namespace Lyceum.Interop.Questions.Gift;

/// <summary>
/// Text of GIFT: control characters may be escaped with a backslash (\~ \= \# \{ \} \: \\, and \n for a line break), and a text may begin with
/// its format in brackets. Escaped characters are moved to the private use area while structure is sought, and back when text is made.
/// </summary>
internal static class GiftText
{
    private const char Moved = '\uE000';
    private const string Controls = "~=#{}:\\n";

    public static string Escape(string text)
    {
        var moved = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\\' && i + 1 < text.Length && Controls.Contains(text[i + 1]))
                moved.Append((char)(Moved + Controls.IndexOf(text[++i])));
            else
                moved.Append(text[i]);
        return moved.ToString();
    }

    public static string Unescape(string text) => string.Concat(text.Select(c =>
        c >= Moved && c < Moved + Controls.Length ? Controls[c - Moved] == 'n' ? '\n' : Controls[c - Moved] : c)).Trim();

    /// <summary>Takes a leading [html], [markdown], [plain] or [moodle] off the text; without one, <paramref name="otherwise"/> holds.</summary>
    public static (string Format, string Text) Format(string text, string otherwise)
    {
        var trimmed = text.Trim();
        foreach (var format in new[] { "html", "markdown", "plain", "moodle" })
            if (trimmed.StartsWith($"[{format}]", StringComparison.OrdinalIgnoreCase))
                return (format, trimmed[(format.Length + 2)..].Trim());
        return (otherwise, trimmed);
    }

    public static RichText Rich(string text, string otherwise)
    {
        var (format, plain) = Format(text, otherwise);
        var value = Unescape(plain);
        return format switch
        {
            "markdown" => RichText.Markdown(value),
            "plain" => RichText.CleanHtml(PlainText.ToHtml(value)),
            "html" => RichText.CleanHtml(CleanHtml.Of(value).Html),
            // Moodle's own format is text in which a line break is one and tags count.
            _ => RichText.CleanHtml(CleanHtml.Of(LooksLikeMarkup(value) ? value : PlainText.ToHtml(value)).Html),
        };
    }

    public static RichText? RichOrNull(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? null : Rich(text, otherwise);

    /// <summary>For fields that hold plain text alone.</summary>
    public static string Plain(string text, string otherwise)
    {
        var (format, plain) = Format(text, otherwise);
        var value = Unescape(plain);
        return format is "plain" ? value : LooksLikeMarkup(value) ? CleanHtml.TextOf(value) : WebUtility.HtmlDecode(value);
    }

    private static bool LooksLikeMarkup(string text) => text.Contains("</", StringComparison.Ordinal) || text.Contains("/>", StringComparison.Ordinal)
        || text.Contains("<br", StringComparison.OrdinalIgnoreCase) || text.Contains("<img", StringComparison.OrdinalIgnoreCase);
}
