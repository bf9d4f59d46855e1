using Lyceum.Data;
using Lyceum.Data.Accounts;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Accounts;

/// <summary>A person and the way they sign in, in one write. Without a password they choose how to sign in by the link of their invitation.</summary>
public sealed class CreateAccount(SchoolStore store, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, IClock clock)
{
    public Task<Outcome<Person>> Run(string name, string email, string? password, string timeZone, string language, bool isStaff, CancellationToken ct = default) =>
        store.Write(async (db, token) =>
        {
            var made = Person.New(name, email, timeZone, language, isStaff, clock.GetCurrentInstant());
            if (made.IsRefused) return made;
            if (await db.People.AnyAsync(person => person.Email == made.Value.Email, token))
                return Refusal.Conflict("Somebody already uses this e-mail address.");
            Add(db, made.Value, password);
            await db.SaveChangesAsync(token);
            return made;
        }, ct);

    /// <summary>For writes that make many people at once.</summary>
    public Account Add(SchoolDb db, Person person, string? password)
    {
        var account = new Account
        {
            Id = person.Id,
            UserName = person.Email,
            NormalizedUserName = normalizer.NormalizeName(person.Email),
            Email = person.Email,
            NormalizedEmail = normalizer.NormalizeEmail(person.Email),
            EmailConfirmed = password is not null,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        if (password is not null) account.PasswordHash = hasher.HashPassword(account, password);
        db.People.Add(person);
        db.Users.Add(account);
        return account;
    }
}
