using System.Globalization;
using Lyceum.Domain;

namespace Lyceum.Interop.Archives;

/// <summary>
/// A name inside an archive, made safe: relative, forward slashes, no dot segments, printable.
/// The limits are those of the file systems that archives are made on: 255 characters a segment.
/// </summary>
internal static class EntryName
{
    private const int LongestName = 1024, LongestSegment = 255, Deepest = 32;

    public static Outcome<string> Check(string given)
    {
        // Archives made on Windows by old tools separate with backslashes (APPNOTE 4.4.17.1 forbids them).
        var name = given.Replace('\\', '/');
        if (name.StartsWith('/') || name is [_, ':', ..])
            return ArchiveRefusals.OutsideItself(given);
        var segments = name.TrimEnd('/').Split('/');
        if (segments.Contains(".."))
            return ArchiveRefusals.OutsideItself(given);
        var isAbsurd = name.Length > LongestName || segments.Length > Deepest || name.Any(IsUnprintable)
            || segments.Any(s => s.Length is 0 or > LongestSegment || s == ".");
        return isAbsurd ? ArchiveRefusals.AbsurdName(given) : name;
    }

    /// <summary>Control characters and the marks that turn the direction of text, with which a name can look like another.</summary>
    public static bool IsUnprintable(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format && c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
