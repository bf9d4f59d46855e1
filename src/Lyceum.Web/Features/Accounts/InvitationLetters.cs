using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Messages;
using Lyceum.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Accounts;

/// <summary>Invites somebody to the school who is in no course yet, or once more who did not come.</summary>
public sealed class InvitationLetters(SchoolStore store, Invitations invitations, Words words, IClock clock)
{
    /// <summary>Whether a letter went to this address a moment ago: a second press of the button writes no second one.</summary>
    public static readonly Duration Apart = Duration.FromMinutes(2);

    public static readonly Refusal HasJoined = Refusal.Conflict("They have chosen how to sign in already, and need no invitation.");
    public static readonly Refusal JustWritten = Refusal.Conflict("A letter went out to them a moment ago. Wait two minutes before you send another.");

    public Task<Outcome<Done>> Send(Guid personId, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            var person = await db.People.SingleOrDefaultAsync(one => one.Id == personId, token);
            var account = await db.Users.SingleOrDefaultAsync(one => one.Id == personId, token);
            if (person is null || account is null) return Refusal.NotFound;
            if (!Invitations.IsFor(account)) return HasJoined;
            var now = clock.GetCurrentInstant();
            if (await db.Mails.AnyAsync(mail => mail.To == person.Email && mail.CreatedAt > now - Apart, token)) return JustWritten;
            var school = await db.School.Select(one => one.Name).SingleAsync(token);
            db.Mails.Add(LanguageOf.Speaks(person, () => Mail.New(person.Email, words["Your place at {0}", school], $"""
                {words["Hello {0},", person.Name]}

                {words["{0} has a place for you. Choose how you sign in; this link is yours alone, works once and for two weeks:", school]}
                {invitations.LinkFor(account)}
                """, now, person.Id)));
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
}
