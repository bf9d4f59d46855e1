using System.Text;
using Lyceum.Data;
using Lyceum.Data.Accounts;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Messages;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Accounts;

/// <summary>The mailed links with which somebody sets a password: once, within a day.</summary>
public sealed class PasswordLetters(SchoolStore store, UserManager<Account> accounts, SchoolSettings settings, Words words, IClock clock)
{
    /// <summary>Says nothing about whether the address is known: the answer is the same, and so is the time it takes to write a letter.</summary>
    public async Task Send(string email, CancellationToken ct)
    {
        var account = await accounts.FindByNameAsync(email.Trim());
        if (account is null) return;
        var link = await LinkFor(account);
        await store.Write<Done>(async (db, token) =>
        {
            var person = await db.People.SingleAsync(one => one.Id == account.Id, token);
            db.Mails.Add(LanguageOf.Speaks(person, () => Letter(person, link)));
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
    }

    private async Task<Uri> LinkFor(Account account)
    {
        var token = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await accounts.GeneratePasswordResetTokenAsync(account)));
        return new Uri(settings.PublicAddress, $"/account/password?who={account.Id}&token={token}");
    }

    private Mail Letter(Person person, Uri link)
    {
        var body = $"""
            {words["Hello {0},", person.Name]}

            {words["Somebody, most likely you, asked to set a password for the school. This link works once, until tomorrow:"]}
            {link}

            {words["If it was not you, do nothing: your account is as it was."]}
            """;
        return Mail.New(person.Email, words["Set your password"], body, clock.GetCurrentInstant(), person.Id);
    }
}
