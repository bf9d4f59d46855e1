using System.Text;
using Lyceum.Data;
using Lyceum.Data.Accounts;
using Lyceum.Domain;
using Lyceum.Domain.School;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Accounts;

/// <summary>Sets a password, by a mailed link or by knowing the old one; every other session of that person ends with it.</summary>
public sealed class SetPassword(UserManager<Account> accounts, SchoolStore store, OpenSessions sessions, IClock clock)
{
    private static readonly Refusal LinkIsOver = Refusal.TooLate("This link has been used or is too old. Nothing was changed; ask for a new one.");

    public async Task<Outcome<Guid>> ByLink(Guid who, string token, string password, CancellationToken ct)
    {
        if (await accounts.FindByIdAsync(who.ToString()) is not { } account || Decode(token) is not { } plain) return LinkIsOver;
        var result = await accounts.ResetPasswordAsync(account, plain, password);
        if (!result.Succeeded) return RefusalOf(result);
        if (!account.EmailConfirmed)
        {
            account.EmailConfirmed = true;
            await accounts.UpdateAsync(account);
        }
        await accounts.SetLockoutEndDateAsync(account, null);
        await EndOthers(who, null, ct);
        return who;
    }

    public async Task<Outcome<Done>> ByOld(Guid who, Guid? thisSession, string old, string password, CancellationToken ct)
    {
        var account = await accounts.FindByIdAsync(who.ToString()) ?? throw new InvalidOperationException("Somebody is signed in without an account.");
        var result = await accounts.ChangePasswordAsync(account, old, password);
        if (!result.Succeeded) return RefusalOf(result);
        await EndOthers(who, thisSession, ct);
        return new Done();
    }

    private async Task EndOthers(Guid who, Guid? except, CancellationToken ct)
    {
        await store.Write<Done>(async (db, token) =>
        {
            var now = clock.GetCurrentInstant();
            foreach (var session in await db.Sessions.AsTracking().Where(one => one.PersonId == who && one.EndedAt == null && one.Id != except).ToListAsync(token)) session.End(now);
            db.Audit.Add(AuditEntry.New("PasswordSet", who, who, null, "", now));
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
        sessions.ForgetPerson(who);
    }

    private static string? Decode(string token)
    {
        try { return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token)); }
        catch (FormatException) { return null; }
    }

    internal static Refusal RefusalOf(IdentityResult result) => result.Errors.First().Code switch
    {
        "InvalidToken" => LinkIsOver,
        "PasswordMismatch" => Refusal.Invalid("The old password is not right.", "Old"),
        "PasswordTooShort" => Refusal.Invalid("A password has at least 12 characters; three or four words make a good one.", "Password"),
        CommonPasswords.Code => Refusal.Invalid("This password stands on the lists that are tried first. Choose another.", "Password"),
        var other => throw new InvalidOperationException($"Identity refused with {other}."),
    };
}
