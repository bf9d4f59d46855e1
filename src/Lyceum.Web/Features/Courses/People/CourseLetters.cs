using Lyceum.Data;
using Lyceum.Data.Accounts;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Messages;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>What a course writes to people by mail, in their language.</summary>
public sealed class CourseLetters(SchoolSettings settings, Invitations invitations, Words words, IClock clock)
{
    /// <summary>Somebody was given a place. <paramref name="newcomer"/> is the account of one who has not chosen yet how to sign in.</summary>
    public void Invite(SchoolDb db, Course course, Person person, Account? newcomer) => db.Mails.Add(LanguageOf.Speaks(person, () =>
    {
        var place = new Uri(settings.PublicAddress, $"/courses/{course.Slug}");
        var how = newcomer is null ? words["Sign in as you always do."]
            : words["Choose first how you sign in; this link is yours alone, works once and for two weeks:"] + $"\n{invitations.LinkFor(newcomer)}";
        var body = $"""
            {words["Hello {0},", person.Name]}

            {words["You have a place in {0}:", course.Title]}
            {place}

            {how}
            """;
        return Mail.New(person.Email, words["Your place in {0}", course.Title], body, clock.GetCurrentInstant(), person.Id);
    }));
}
