using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>Writes to a member of the course once more who was invited and has not come.</summary>
public sealed class InviteAgain(SchoolStore store, CourseLetters letters, IClock clock)
{
    public Task<Outcome<Done>> Run(Viewer viewer, string slug, Guid personId, CancellationToken ct) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
        {
            var found = await (from place in db.Enrollments
                               join person in db.People on place.PersonId equals person.Id
                               join account in db.Users on person.Id equals account.Id
                               where place.CourseId == course.Id && place.PersonId == personId && place.State == EnrollmentState.Active
                               select new { person, account }).SingleOrDefaultAsync(token);
            if (found is null) return Refusal.NotFound;
            if (!Invitations.IsFor(found.account)) return InvitationLetters.HasJoined;
            var since = clock.GetCurrentInstant() - InvitationLetters.Apart;
            if (await db.Mails.AnyAsync(mail => mail.To == found.person.Email && mail.CreatedAt > since, token)) return InvitationLetters.JustWritten;
            letters.Invite(db, course, found.person, found.account);
            return new Done();
        }, ct);
}
