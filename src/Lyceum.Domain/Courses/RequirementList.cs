namespace Lyceum.Domain.Courses;

/// <summary>What a course asks for beforehand (prior knowledge, equipment, residency): one line each, as the instructor typed them.</summary>
public static class RequirementList
{
    public const int MostLines = 12;
    public const int LongestLine = 200;

    public static IReadOnlyList<string> Lines(string? text) =>
        (text ?? "").Split('\n')
            .Select(line => line.Trim().TrimStart('-', '*', '•', '·').Trim())
            .Where(line => line.Length > 0)
            .ToList();

    public static Outcome<string> Of(string? text)
    {
        var lines = Lines(text);
        if (lines.Count > MostLines)
        {
            return Refusal.Invalid("Keep the requirements to {0} lines.", "requirements", MostLines);
        }
        if (lines.Any(line => line.Length > LongestLine))
        {
            return Refusal.Invalid("Keep each requirement under {0} characters.", "requirements", LongestLine);
        }
        return string.Join('\n', lines);
    }
}
