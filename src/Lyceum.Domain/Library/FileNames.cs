namespace Lyceum.Domain.Library;

public static class FileNames
{
    /// <summary>The last part of what a browser or archive called it, without control characters, at most 120 characters, its ending kept.</summary>
    public static string Tame(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var plain = new string(last.Where(letter => !char.IsControl(letter) && !"<>:\"|?*".Contains(letter)).ToArray()).Trim(' ', '.');
        if (plain.Length == 0) return "file";
        if (plain.Length <= 120) return plain;
        var ending = Path.GetExtension(plain) is { Length: <= 12 } short_ ? short_ : "";
        return plain[..(120 - ending.Length)] + ending;
    }
}
