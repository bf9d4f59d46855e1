using System.Globalization;
using System.Text;
using CsvHelper;
using Lyceum.Domain.Grades;

namespace Lyceum.Web.Features.Grades;

/// <summary>
/// RFC 4180 in UTF-8 with a byte order mark, so that spreadsheets read names right. A cell that a spreadsheet would run as a formula is
/// written with an apostrophe before it.
/// </summary>
public static class GradebookCsv
{
    public static byte[] Write(ReadGradebook.Found found)
    {
        var (book, emails) = (found.Book, found.Emails);
        using var bytes = new MemoryStream();
        bytes.Write(Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(bytes, new CsvWriterOptions { Injection = CsvInjection.Escape }, true))
        {
            csv.WriteRecord(["Student", "E-mail", .. book.Columns.Select(column => $"{column.Title} (of {column.Points:0.##})"),
                .. (found.Plan?.Categories ?? []).Select(category => $"{category.Name} ({category.Weight:0.##} %)"), "Percent"]);
            foreach (var line in book.Lines) csv.WriteRecord(Fields(line, emails));
        }
        return bytes.ToArray();
    }

    private static string[] Fields(GradeLine line, IReadOnlyDictionary<Guid, string> emails) =>
    [
        line.Name,
        emails.GetValueOrDefault(line.PersonId, ""),
        .. line.Cells.Select(cell => cell.State switch
        {
            CellState.Scored => cell.Score?.ToString("0.####", CultureInfo.InvariantCulture) ?? "",
            CellState.Missing => "missing",
            CellState.Excused => "excused",
            CellState.ToGrade => "to grade",
            _ => "",
        }),
        .. line.Term.Categories.Select(category => category.Percent?.ToString("0.0", CultureInfo.InvariantCulture) ?? ""),
        line.Percent?.ToString("0.0", CultureInfo.InvariantCulture) ?? "",
    ];
}
