using System.Globalization;
using Lyceum.Data;
using Lyceum.Data.Discussions;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Discussions;
using Lyceum.Domain.Messages;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Web.Features.Discussions;

/// <summary>Tells those who follow a thread of a new post: in the bell, and by mail where they want it; in their own language.</summary>
public sealed class ThreadLetters(Words words, Unsubscribing unsubscribing, SchoolSettings settings)
{
    public async Task Tell(SchoolDb db, Course course, Thread thread, Post post, Instant now, CancellationToken ct)
    {
        var author = await db.People.SingleAsync(person => person.Id == post.AuthorId, ct);
        var isTakenOut = await db.ThreadsTakenOut().AnyAsync(gone => gone.Id == thread.Id, ct);
        var followers = await (from reader in db.ThreadReaders
                               join person in db.People on reader.PersonId equals person.Id
                               where reader.ThreadId == thread.Id && reader.IsFollowing && reader.PersonId != post.AuthorId
                                     && db.Enrollments.Any(enrollment => enrollment.CourseId == course.Id && enrollment.PersonId == person.Id && enrollment.State == EnrollmentState.Active
                                        && (!isTakenOut || enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant))
                               select new { person, reader.WantsMail }).ToListAsync(ct);
        var link = DiscussionsFeature.AddressOf(course.Slug, thread.Id) + $"#post-{post.Id}";
        foreach (var follower in followers)
        {
            db.Notifications.Add(Notification.New(follower.person.Id, "{0} wrote in {1}", [author.Name, thread.Title], link, now, course.Id, author.Id));
            if (follower.WantsMail) db.Mails.Add(Letter(follower.person, author, course, thread, post, link, now));
        }
    }

    private Mail Letter(Person to, Person author, Course course, Thread thread, Post post, string link, Instant now)
    {
        var unsubscribe = new Uri(settings.PublicAddress, $"/unsubscribe?token={Uri.EscapeDataString(unsubscribing.TokenFor(thread.Id, to.Id))}").ToString();
        var language = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(to.Language);
            var body = $"""
                {words["{0} wrote in {1}, {2}:", author.Name, thread.Title, course.Title]}

                {post.Body}

                {words["Read and answer: {0}", new Uri(settings.PublicAddress, link)]}

                {words["No more letters about this thread: {0}", unsubscribe]}
                """;
            return Mail.New(to.Email, $"{course.Title}: {thread.Title}", body, now, to.Id, unsubscribe);
        }
        finally
        {
            CultureInfo.CurrentUICulture = language;
        }
    }
}
