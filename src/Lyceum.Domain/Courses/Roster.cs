using System.Net.Mail;

namespace Lyceum.Domain.Courses;

/// <summary>One line of a roster file as it was typed; <paramref name="Line"/> counts from 1 and includes the heading.</summary>
public sealed record RosterCells(int Line, string Name, string Email, string Section, string Role);

/// <summary>Somebody the school knows: by mail address, with the place they have in the course, if any.</summary>
public sealed record RosterKnown(string Email, CourseRole? Role, string? Section);

public enum RosterFate { Enroll, Invite, Change, Unchanged, Refused }

/// <summary>What will happen, or has happened, with one line.</summary>
public sealed record RosterLine(int Line, string Name, string Email, string? Section, CourseRole Role, RosterFate Fate, Refusal? Refusal = null);

/// <summary>The rules for reading a roster: each line stands for itself, a bad one stops nobody else.</summary>
public static class Roster
{
    public const int MostLines = 5_000;
    private const int LongestName = 120;
    private const int LongestSection = 60;

    public static IReadOnlyList<RosterLine> Judge(IEnumerable<RosterCells> lines, IReadOnlyCollection<RosterKnown> known)
    {
        var byEmail = known.ToDictionary(one => one.Email, StringComparer.OrdinalIgnoreCase);
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return lines.Select(cells => JudgeOne(cells, byEmail, seen)).ToList();
    }

    private static RosterLine JudgeOne(RosterCells cells, Dictionary<string, RosterKnown> known, Dictionary<string, int> seen)
    {
        var email = cells.Email.Trim();
        var section = cells.Section.Trim() is { Length: > 0 } named ? named : null;
        var role = RoleOf(cells.Role);
        var line = new RosterLine(cells.Line, cells.Name.Trim(), email, section, role ?? CourseRole.Student, RosterFate.Refused);
        if (!IsAddress(email))
        {
            return line with { Refusal = Refusal.Invalid("This is not a mail address.") };
        }
        if (!seen.TryAdd(email, cells.Line))
        {
            return line with { Refusal = Refusal.Invalid("The same address stands on line {0} already.", null, seen[email]) };
        }
        if (role is null)
        {
            return line with { Refusal = Refusal.Invalid("A role is student, instructor, assistant or observer.") };
        }
        if (line.Name.Length > LongestName || section?.Length > LongestSection)
        {
            return line with { Refusal = Refusal.Invalid("The name or the section is too long.") };
        }
        return known.TryGetValue(email, out var person) ? line with { Fate = FateOf(person, line) } : Unknown(line);
    }

    private static RosterLine Unknown(RosterLine line) => line.Name.Length == 0
        ? line with { Refusal = Refusal.Invalid("Nobody here has this address yet, so a name is needed.") }
        : line with { Fate = RosterFate.Invite };

    private static RosterFate FateOf(RosterKnown person, RosterLine line) =>
        person.Role is null ? RosterFate.Enroll
        : person.Role != line.Role || (line.Section is not null && line.Section != person.Section) ? RosterFate.Change
        : RosterFate.Unchanged;

    private static CourseRole? RoleOf(string typed) => typed.Trim().ToLowerInvariant() switch
    {
        "" or "student" or "learner" => CourseRole.Student,
        "instructor" or "teacher" => CourseRole.Instructor,
        "assistant" or "ta" => CourseRole.Assistant,
        "observer" => CourseRole.Observer,
        _ => null,
    };

    /// <summary>Shape only (RFC 5321 length, one address without a display name); whether it arrives shows when it is written to.</summary>
    public static bool IsAddress(string email) =>
        email.Length is > 3 and <= 254
        && MailAddress.TryCreate(email, out var address)
        && address.Address == email
        && address.Host.Contains('.')
        && !email.Any(char.IsWhiteSpace);
}
