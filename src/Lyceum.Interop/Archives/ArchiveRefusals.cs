using Lyceum.Domain;

namespace Lyceum.Interop.Archives;

/// <summary>Every reason for which an archive is refused; {0} is the name of the entry at fault, shortened and without control characters.</summary>
internal static class ArchiveRefusals
{
    public static Refusal NotAnArchive => Refusal.Invalid("This file is not a zip archive, or it is damaged.", "file");
    public static Refusal Damaged(string name) => Refusal.Invalid("The archive is damaged: {0} could not be unpacked.", "file", Shown(name));
    public static Refusal Encrypted(string name) => Refusal.Invalid("The archive is locked with a password ({0}).", "file", Shown(name));
    public static Refusal TooManyEntries(int most) => Refusal.Invalid("The archive holds more than {0} files.", "file", most);
    public static Refusal TooLarge => Refusal.Invalid("The archive would unpack to more than this school takes.", "file");
    public static Refusal TooDense => Refusal.Invalid("The archive unpacks to far more than its own size, as archives made to fill a disk do.", "file");
    public static Refusal EntryTooLarge(string name) => Refusal.Invalid("The archive holds a file that is too large: {0}.", "file", Shown(name));
    public static Refusal OutsideItself(string name) => Refusal.Invalid("The archive names a place outside itself: {0}.", "file", Shown(name));
    public static Refusal AbsurdName(string name) => Refusal.Invalid("The archive holds a name that no file can have: {0}.", "file", Shown(name));
    public static Refusal NameTwice(string name) => Refusal.Invalid("The archive holds two files of the same name: {0}.", "file", Shown(name));
    public static Refusal NotAFile(string name) => Refusal.Invalid("The archive holds a link or a device instead of a file: {0}.", "file", Shown(name));

    private static string Shown(string name)
    {
        var plain = string.Concat(name.Select(c => EntryName.IsUnprintable(c) ? '\uFFFD' : c));
        return plain.Length <= 80 ? plain : string.Concat(plain.AsSpan(0, 79), "…");
    }
}
