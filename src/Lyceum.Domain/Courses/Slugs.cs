using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lyceum.Domain.Courses;

public static partial class Slugs
{
    public static bool IsSlug(string? text) => text is not null && Pattern().IsMatch(text) && text != "new";

    /// <summary>"Introducción a la Estadística" becomes "introduccion-a-la-estadistica"; empty where no letter is left.</summary>
    public static string From(string title)
    {
        var plain = new StringBuilder();
        foreach (var letter in title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        }
        var slug = Hyphens().Replace(plain.ToString(), "-").Trim('-');
        return slug.Length > 60 ? slug[..60].TrimEnd('-') : slug;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$")]
    private static partial Regex Pattern();

    [GeneratedRegex("-{2,}")]
    private static partial Regex Hyphens();
}
