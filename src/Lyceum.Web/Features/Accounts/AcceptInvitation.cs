using Lyceum.Data;
using Lyceum.Data.Accounts;
using Lyceum.Domain;
using Lyceum.Domain.School;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Lyceum.Web.Features.Accounts;

/// <summary>Somebody new chooses how to sign in, with a password or a passkey; with that the link in their letter is used up.</summary>
public sealed class AcceptInvitation(UserManager<Account> accounts, Invitations invitations, SchoolStore store, IClock clock)
{
    public static readonly Refusal IsOver = Refusal.TooLate("This invitation has been used or is too old. If you have chosen a password, sign in; if not, ask for a new link.");

    /// <summary>Null = not a link that still opens anything.</summary>
    public async Task<Account?> Find(string? token) =>
        invitations.Read(token) is { } read && await accounts.FindByIdAsync(read.Who.ToString()) is { } account
        && Invitations.IsFor(account) && account.SecurityStamp == read.Stamp ? account : null;

    public async Task<Outcome<Guid>> WithPassword(string? token, string password, CancellationToken ct)
    {
        if (await Find(token) is not { } account) return IsOver;
        account.EmailConfirmed = true;
        var added = await accounts.AddPasswordAsync(account, password);
        if (added.Succeeded) return await Joined(account, ct);
        account.EmailConfirmed = false;
        return RefusalOf(added);
    }

    public async Task<Outcome<Guid>> WithPasskey(string? token, UserPasskeyInfo passkey, CancellationToken ct)
    {
        if (await Find(token) is not { } account) return IsOver;
        // In the one save that adds the passkey; a password changes the stamp by itself.
        (account.EmailConfirmed, account.SecurityStamp) = (true, Guid.NewGuid().ToString("N"));
        var added = await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        return added.Succeeded ? await Joined(account, ct) : RefusalOf(added);
    }

    private async Task<Outcome<Guid>> Joined(Account account, CancellationToken ct) => await store.Write<Guid>(async (db, token) =>
    {
        db.Audit.Add(AuditEntry.New("InvitationAccepted", account.Id, account.Id, null, "", clock.GetCurrentInstant()));
        await db.SaveChangesAsync(token);
        return account.Id;
    }, ct);

    /// <summary>Of two who use the link at the same moment, one comes too late.</summary>
    private static Refusal RefusalOf(IdentityResult result) =>
        result.Errors.First().Code is nameof(IdentityErrorDescriber.ConcurrencyFailure) or nameof(IdentityErrorDescriber.UserAlreadyHasPassword) ? IsOver : SetPassword.RefusalOf(result);
}
