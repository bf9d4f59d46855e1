namespace Lyceum.Data.Library;

/// <summary>Where content of a hash is kept: ab/cd/abcd…, on a disk and in a bucket alike.</summary>
internal static class ContentPlaces
{
    public static string Of(string hash) => IsHash(hash)
        ? $"{hash[..2]}/{hash[2..4]}/{hash}"
        : throw new ArgumentException("Not a SHA-256 in lower-case hex.", nameof(hash));

    public static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
