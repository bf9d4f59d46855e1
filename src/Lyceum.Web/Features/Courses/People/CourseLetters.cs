using Lyceum.Data;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Messages;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>What a course writes to people by mail.</summary>
public sealed class CourseLetters(SchoolSettings settings, Words words, IClock clock)
{
    /// <summary>Somebody was given a place. Who is new to the school is told how to choose a password.</summary>
    public void Invite(SchoolDb db, Course course, Person person, bool isNew)
    {
        var how = isNew
            ? words["Choose a password first, with “Forgot the password?” at {0}", new Uri(settings.PublicAddress, "/signin")]
            : words["Sign in as you always do."];
        var body = $"""
            {words["Hello {0},", person.Name]}

            {words["You have a place in {0}:", course.Title]}
            {new Uri(settings.PublicAddress, $"/courses/{course.Slug}")}

            {how}
            """;
        db.Mails.Add(Mail.New(person.Email, words["Your place in {0}", course.Title], body, clock.GetCurrentInstant(), person.Id));
    }
}
