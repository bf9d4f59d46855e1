using Lyceum.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Lyceum.Web.Features.Accounts;

/// <summary>
/// Refuses what is guessed first (NIST SP 800-63B-4 §3.1.1.2: compare with a blocklist): what is on the leaked lists, also with digits and signs
/// put around it, signs put for letters or written twice, one character or a short piece repeated, runs along the keyboard or the alphabet, and the person's own address.
/// </summary>
public sealed class CommonPasswords : IPasswordValidator<Account>
{
    public const string Code = "PasswordIsCommon";

    /// <summary>What the list lacks: the words of the place, and a famous passphrase.</summary>
    private static readonly string[] Stems = ["passw0rd", "administrator", "changeme", "school", "student", "teacher", "lyceum", "correcthorsebatterystaple"];

    private static readonly string[] Runs = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn"];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(IsCommon(password ?? "", user.Email ?? "") ? IdentityResult.Failed(new IdentityError { Code = Code }) : IdentityResult.Success);

    public static bool IsCommon(string password, string email)
    {
        var plain = password.ToLowerInvariant().Replace(" ", "").Replace("-", "").Replace("_", "").Replace(".", "");
        var letters = plain.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '!', '?', '*', '#', '$', '@');
        var name = email.Split('@')[0].ToLowerInvariant();
        return letters.Length == 0
            || IsListed(plain) || IsListed(letters) || IsListed(Spelled(letters))
            || Enumerable.Range(1, plain.Length / 2).Any(length => IsRepeated(plain, plain[..length]) && (length <= 4 || IsListed(plain[..length])))
            || Runs.Any(run => run.Contains(plain, StringComparison.Ordinal) || Reverse(run).Contains(plain, StringComparison.Ordinal))
            || (name.Length > 2 && letters == name) || password.Equals(email, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsListed(string text) => Stems.Contains(text) || LeakedPasswords.Hold(text);

    /// <summary>Letters for the signs that stand for them: p@$$w0rd.</summary>
    private static string Spelled(string text) =>
        text.Replace('@', 'a').Replace('4', 'a').Replace('3', 'e').Replace('1', 'i').Replace('0', 'o').Replace('$', 's').Replace('5', 's').Replace('7', 't');

    private static bool IsRepeated(string text, string piece) => text.Length % piece.Length == 0 && text.Replace(piece, "").Length == 0;

    private static string Reverse(string text) => new([.. text.Reverse()]);
}
