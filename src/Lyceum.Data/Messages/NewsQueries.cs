using Lyceum.Domain.Accounts;
using Lyceum.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Data.Messages;

/// <summary>A notification with the face beside it: who caused it, in which course's hue.</summary>
public sealed record News(Notification Notification, string? Actor, string? Course, string? Hue, string? Slug);

public static class NewsQueries
{
    /// <summary>One's own, nobody else's.</summary>
    public static IQueryable<Notification> NotificationsVisibleTo(this SchoolDb db, Viewer viewer) =>
        db.Notifications.Where(notification => notification.PersonId == viewer.PersonId);

    /// <summary>Newest first, those before <paramref name="before"/> where it is given.</summary>
    public static async Task<IReadOnlyList<News>> LatestNews(this SchoolDb db, Viewer viewer, bool onlyUnread, Instant? before, int count, CancellationToken ct) =>
        await (from notification in db.NotificationsVisibleTo(viewer)
               where (!onlyUnread || notification.ReadAt == null) && (before == null || notification.CreatedAt < before)
               join person in db.People on notification.ActorId equals person.Id into actors
               from actor in actors.DefaultIfEmpty()
               join course in db.Courses on notification.CourseId equals course.Id into courses
               from course in courses.DefaultIfEmpty()
               orderby notification.CreatedAt descending
               select new News(notification, actor == null ? null : actor.Name, course == null ? null : course.Title, course == null ? null : course.Hue,
                   course == null ? null : course.Slug)).Take(count).ToListAsync(ct);
}
