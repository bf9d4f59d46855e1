using System.Text;
using CsvHelper;
using Lyceum.Domain;
using Lyceum.Domain.Courses;

namespace Lyceum.Interop.Courses;

/// <summary>
/// A list of people as a spreadsheet saves it (RFC 4180; comma, semicolon or tab; UTF-8 with or without a mark). The first line names the
/// columns: email is needed; name, or first name and last name, section and role may stand beside it, in any order.
/// </summary>
public static class RosterFile
{
    /// <summary>Bytes; about 5,000 long lines.</summary>
    public const int Largest = 1_000_000;

    private static readonly string[] EmailHeadings = ["email", "e-mail", "mail", "email address"];
    private static readonly string[] NameHeadings = ["name", "full name", "student"];
    private static readonly string[] FirstHeadings = ["first name", "firstname", "given name"];
    private static readonly string[] LastHeadings = ["last name", "lastname", "surname", "family name"];
    private static readonly string[] SectionHeadings = ["section", "group", "class"];

    /// <summary>Every line below the heading that has anything in it, or why the file cannot be read as a list.</summary>
    public static Outcome<RosterCells[]> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > Largest)
        {
            return Refusal.Invalid("The list is too long. Split it into files of at most {0} lines.", "file", Roster.MostLines);
        }
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.Span).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Refusal.Invalid("The file is not UTF-8 text. Save it as “CSV UTF-8” and try again.", "file");
        }
        if (text.Contains('\0'))
        {
            return Refusal.Invalid("The file is not UTF-8 text. Save it as “CSV UTF-8” and try again.", "file");
        }
        return ReadText(text);
    }

    private static Outcome<RosterCells[]> ReadText(string text)
    {
        var isOpen = false;
        using var reader = CsvReader.Create(new StringReader(text), new CsvReaderOptions
        {
            HasHeader = false,
            Separator = SeparatorOf(text),
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            OnMalformedRecord = malformed => isOpen |= malformed.Reason == CsvMalformedReason.UnterminatedQuote,
        });
        var lines = new List<RosterCells>();
        string[]? headings = null;
        var last = 1;
        while (reader.Read())
        {
            if (isOpen) return Refusal.Invalid("A quotation mark is open after line {0}.", "file", last);
            last = (int)reader.LineNumber;
            string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            if (headings is null) headings = [.. fields.Select(heading => heading.ToLowerInvariant())];
            else if (fields.Any(field => field.Length > 0)) lines.Add(Cells(last, fields, headings));
            if (lines.Count > Roster.MostLines) return Refusal.Invalid("The list is too long. Split it into files of at most {0} lines.", "file", Roster.MostLines);
        }
        return headings?.Any(EmailHeadings.Contains) == true
            ? lines.ToArray()
            : Refusal.Invalid("The first line must name the columns, and one of them must be “email”.", "file");
    }

    /// <summary>The one that stands most often in the first line: further down, a semicolon may belong to a name.</summary>
    private static char SeparatorOf(string text)
    {
        var heading = text.AsSpan();
        if (heading.IndexOf('\n') is >= 0 and var end) heading = heading[..end];
        var (commas, semicolons, tabs) = (heading.Count(','), heading.Count(';'), heading.Count('\t'));
        return commas >= semicolons && commas >= tabs ? ',' : semicolons >= tabs ? ';' : '\t';
    }

    private static RosterCells Cells(int line, string[] fields, string[] headings)
    {
        var name = Cell(NameHeadings) is { Length: > 0 } whole ? whole : $"{Cell(FirstHeadings)} {Cell(LastHeadings)}".Trim();
        return new(line, name, Cell(EmailHeadings), Cell(SectionHeadings), Cell(["role"]));

        string Cell(string[] names) =>
            headings.Zip(fields).FirstOrDefault(cell => names.Contains(cell.First) && cell.Second.Length > 0).Second ?? "";
    }
}
