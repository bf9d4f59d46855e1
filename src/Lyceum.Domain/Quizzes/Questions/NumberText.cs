using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lyceum.Domain.Quizzes;

/// <summary>
/// Reads a number as people type it, whatever their language: a point or a comma before the decimals, a fraction (23/10),
/// a power of ten (2.3e4), digits and separators of Arabic, a typographic minus, thousands set off in groups of three.
/// One separator alone always stands before decimals: 1,234 is a little more than one, 1,234,567 and 1 234 are not.
/// </summary>
public static partial class NumberText
{
    private const int MaxLength = 60;

    /// <summary>The number, or null when the text is none or does not fit a decimal. A trailing <paramref name="unit"/> is passed over.</summary>
    public static decimal? Read(string text, string? unit = null)
    {
        if (text.Length > MaxLength) return null;
        var plain = WithoutUnit(WesternDigits(text).Trim(), unit);
        var parts = plain.Split('/');
        if (parts.Length == 1) return ReadPlain(plain);
        if (parts.Length != 2 || ReadPlain(parts[0]) is not { } top || ReadPlain(parts[1]) is not { } bottom || bottom == 0) return null;
        try { return top / bottom; }
        catch (OverflowException) { return null; }
    }

    private static decimal? ReadPlain(string text)
    {
        var match = Shape().Match(text.Trim());
        if (!match.Success || Ungrouped(match.Groups["digits"].Value) is not { } digits) return null;
        var exponent = match.Groups["exponent"].Value;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var invariant = match.Groups["sign"].Value + digits + (exponent.Length > 0 ? "e" + exponent : "");
        return decimal.TryParse(invariant, style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    // Of two kinds of separator the last is the decimal one; one kind that repeats, and a space or apostrophe, only groups.
    private static string? Ungrouped(string digits)
    {
        var last = digits.LastIndexOfAny(['.', ',']);
        var hasDecimals = last >= 0 && digits.IndexOf(digits[last]) == last;
        var whole = hasDecimals ? digits[..last] : digits;
        var decimals = hasDecimals ? digits[(last + 1)..] : "";
        if (!decimals.All(char.IsAsciiDigit)) return null;
        if (!whole.All(char.IsAsciiDigit) && !Grouped().IsMatch(whole)) return null;
        var bare = string.Concat(whole.Where(char.IsAsciiDigit));
        return bare.Length + decimals.Length == 0 ? null : $"{(bare.Length > 0 ? bare : "0")}{(decimals.Length > 0 ? "." + decimals : "")}";
    }

    private static string WithoutUnit(string text, string? unit) =>
        !string.IsNullOrWhiteSpace(unit) && text.EndsWith(unit.Trim(), StringComparison.OrdinalIgnoreCase)
            ? text[..^unit.Trim().Length].TrimEnd()
            : text;

    private static string WesternDigits(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            plain.Append(character switch
            {
                >= '\u0660' and <= '\u0669' => (char)('0' + (character - '\u0660')),
                >= '\u06F0' and <= '\u06F9' => (char)('0' + (character - '\u06F0')),
                '\u066B' => '.',
                '\u066C' or '\u2019' => '\'',
                '\u2212' or '\u2013' => '-',
                '\u00A0' or '\u2009' or '\u202F' => ' ',
                '\u2044' or '\u00F7' => '/',
                '\u200E' or '\u200F' or '\u061C' => null,
                _ => character,
            });
        }
        return plain.ToString();
    }

    [GeneratedRegex(@"^(?<sign>[+-]?)\s?(?<digits>[0-9.,' ]+?)(?:\s?(?:[eE]|[x*×·]\s?10\s?\^)\s?(?<exponent>[+-]?[0-9]{1,2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[0-9]{1,3}(?:(?<separator>[.,' ])[0-9]{3})(?:\k<separator>[0-9]{3})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();
}
