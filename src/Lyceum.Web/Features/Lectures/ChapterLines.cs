using Lyceum.Domain;
using Lyceum.Domain.Lectures;
using Lyceum.Web.Features.Shared;

namespace Lyceum.Web.Features.Lectures;

/// <summary>Chapters as people type them: "3:20 What a sample is", one a line; hours may stand before.</summary>
public static class ChapterLines
{
    public static Outcome<IReadOnlyList<Chapter>> Parse(string text)
    {
        var chapters = new List<Chapter>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ');
            if (space < 0 || SecondsOf(line[..space]) is not { } seconds)
                return Refusal.Invalid("\"{0}\" is not a time and a title, as in 3:20 What a sample is.", "Chapters", line);
            chapters.Add(new Chapter(seconds, line[(space + 1)..].Trim()));
        }
        return chapters;
    }

    public static string Write(IReadOnlyList<Chapter> chapters) => string.Join('\n', chapters.Select(chapter => $"{Times.Offset(chapter.AtSeconds)} {chapter.Title}"));

    private static int? SecondsOf(string time)
    {
        var parts = time.Split(':');
        if (parts.Length is < 2 or > 3) return null;
        var seconds = 0;
        foreach (var part in parts)
        {
            if (!int.TryParse(part, out var number) || number is < 0 or > 999) return null;
            seconds = seconds * 60 + number;
        }
        return seconds;
    }
}
