using System.Text;

namespace Lyceum.Interop.Courses;

/// <summary>Comma-separated text as RFC 4180 has it, and as spreadsheets save it where the comma is the decimal point: with semicolons or tabs.</summary>
internal static class CsvText
{
    /// <summary>One record; <paramref name="Line"/> is the line of the text that it begins on, from 1.</summary>
    internal sealed record Row(int Line, IReadOnlyList<string> Fields);

    /// <summary>The separator that stands most often in the first line.</summary>
    internal static char SeparatorOf(string text)
    {
        var end = text.IndexOf('\n');
        var heading = end < 0 ? text : text[..end];
        return new[] { ',', ';', '\t' }.MaxBy(separator => heading.Count(letter => letter == separator));
    }

    /// <summary>All records; the last has null fields where a quotation mark was left open.</summary>
    internal static IEnumerable<Row?> Rows(string text, char separator)
    {
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var began = line;
            var fields = new List<string>();
            var more = true;
            while (more)
            {
                if (Field(text, separator, ref at, ref line) is not { } field)
                {
                    yield return null;
                    yield break;
                }
                fields.Add(field);
                more = at < text.Length && text[at] == separator;
                at++;
            }
            line++;
            yield return new Row(began, fields);
        }
    }

    // Ends on the separator, on the line feed, or past the text.
    private static string? Field(string text, char separator, ref int at, ref int line)
    {
        var field = new StringBuilder();
        var quoted = at < text.Length && text[at] == '"';
        var open = quoted;
        for (at += quoted ? 1 : 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (open && letter == '"')
            {
                if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    field.Append(text[at++]);
                    continue;
                }
                open = false;
            }
            else if (!open && (letter == separator || letter == '\n'))
            {
                break;
            }
            else
            {
                line += letter == '\n' ? 1 : 0;
                field.Append(letter);
            }
        }
        return open ? null : field.ToString().Trim();
    }
}
