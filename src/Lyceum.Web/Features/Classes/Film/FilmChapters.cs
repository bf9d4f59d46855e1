using System.Globalization;
using System.Text;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Features.Classes.Film;

/// <summary>Title and chapters as ffmpeg reads them (ffmpeg-formats, "Metadata": FFMETADATA1), times in milliseconds of the film.</summary>
public static class FilmChapters
{
    public static string Write(string title, IReadOnlyList<FilmChapter> chapters, long lengthMs)
    {
        var text = new StringBuilder(";FFMETADATA1\n").Append("title=").Append(Escaped(title)).Append('\n');
        for (var i = 0; i < chapters.Count; i++)
        {
            var until = i + 1 < chapters.Count ? chapters[i + 1].FromMs : lengthMs;
            text.Append(CultureInfo.InvariantCulture, $"[CHAPTER]\nTIMEBASE=1/1000\nSTART={chapters[i].FromMs}\nEND={until}\ntitle={Escaped(chapters[i].Title)}\n");
        }
        return text.ToString();
    }

    private static string Escaped(string value) => string.Concat(value.ReplaceLineEndings(" ").Select(letter => letter is '=' or ';' or '#' or '\\' ? $"\\{letter}" : $"{letter}"));
}
