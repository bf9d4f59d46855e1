using Lyceum.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Lyceum.Web.Features.Accounts;

/// <summary>
/// Refuses what is guessed first (NIST SP 800-63B-4 §3.1.1.2: compare with a blocklist): the long ones of the leaked lists, one character or
/// a short piece repeated, runs along the keyboard or the alphabet, and the person's own address.
/// </summary>
public sealed class CommonPasswords : IPasswordValidator<Account>
{
    public const string Code = "PasswordIsCommon";

    private static readonly string[] Stems =
    [
        "password", "passw0rd", "qwerty", "qwertyuiop", "iloveyou", "welcome", "letmein", "admin", "administrator", "football", "baseball", "sunshine", "princess",
        "superman", "batman", "dragon", "monkey", "master", "trustno1", "changeme", "secret", "starwars", "whatever", "computer", "internet", "school", "student",
        "teacher", "liverpool", "chelsea", "michael", "jennifer", "charlie", "summer", "winter", "spring", "autumn", "asdfghjkl", "zxcvbnm", "1q2w3e4r", "1qaz2wsx",
        "abc123", "correcthorsebatterystaple", "lyceum",
    ];

    private static readonly string[] Runs = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn"];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(IsCommon(password ?? "", user.Email ?? "") ? IdentityResult.Failed(new IdentityError { Code = Code }) : IdentityResult.Success);

    public static bool IsCommon(string password, string email)
    {
        var plain = password.ToLowerInvariant().Replace(" ", "").Replace("-", "").Replace("_", "").Replace(".", "");
        var letters = plain.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '!', '?', '*', '#', '$', '@');
        var name = email.Split('@')[0].ToLowerInvariant();
        return letters.Length == 0
            || Stems.Contains(letters) || Stems.Any(stem => IsRepeated(plain, stem))
            || Enumerable.Range(1, 4).Any(length => plain.Length > length && IsRepeated(plain, plain[..length]))
            || Runs.Any(run => run.Contains(plain, StringComparison.Ordinal) || Reverse(run).Contains(plain, StringComparison.Ordinal))
            || (name.Length > 2 && letters == name) || password.Equals(email, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsRepeated(string text, string piece) => text.Length % piece.Length == 0 && text.Replace(piece, "").Length == 0;

    private static string Reverse(string text) => new([.. text.Reverse()]);
}
