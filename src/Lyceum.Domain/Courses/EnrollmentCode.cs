using System.Security.Cryptography;
using System.Text;

namespace Lyceum.Domain.Courses;

/// <summary>
/// The word a teacher hands out: eight characters, read aloud and typed on a phone, so nothing that looks like something
/// else (0 O, 1 I L) and neither case, spaces nor dashes count.
/// </summary>
public static class EnrollmentCode
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 8;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As it is shown: two groups of four.</summary>
    public static string Shown(string code) => code.Length == Length ? $"{code[..4]}-{code[4..]}" : code;

    public static string Plain(string? typed)
    {
        var plain = new StringBuilder(Length);
        foreach (var letter in typed ?? "")
        {
            if (char.IsLetterOrDigit(letter) && plain.Length < 64)
            {
                plain.Append(char.ToUpperInvariant(letter));
            }
        }
        return plain.ToString();
    }

    /// <summary>Compared in constant time: a guess must not learn how far it was right.</summary>
    public static bool Matches(string? code, string? typed)
    {
        var right = Encoding.UTF8.GetBytes(Plain(code));
        return right.Length > 0 && CryptographicOperations.FixedTimeEquals(right, Encoding.UTF8.GetBytes(Plain(typed)));
    }
}
