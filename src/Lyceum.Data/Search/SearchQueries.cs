using System.Text.Json;
using Lyceum.Data.Courses;
using Lyceum.Data.Discussions;
using Lyceum.Data.Library;
using Lyceum.Data.Readings;
using Lyceum.Data.Storage;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Data.Search;

public sealed record FoundActivity(string Slug, string Course, Guid Id, ActivityKind Kind, string Title, RichText? Text);

public sealed record FoundPost(string Slug, string Course, Guid ThreadId, Guid PostId, string Title, string Author, string Body);

public sealed record FoundFile(string Course, StoredFile File);

/// <summary>
/// What one may see that holds the words as they were typed, upper and lower case alike: five queries, each from its visibility query.
/// Decision 0082 says why this is a scan and no index.
/// </summary>
public static class SearchQueries
{
    private const int Most = 10;

    public static Task<List<Course>> FindCourses(this SchoolDb db, Viewer viewer, string words, CancellationToken ct) =>
        db.CoursesVisibleTo(viewer).Where(course => course.Title.ToLower().Contains(words) || course.Subject.ToLower().Contains(words) || course.Summary.ToLower().Contains(words))
            .OrderBy(course => course.Title).Take(Most).ToListAsync(ct);

    public static Task<List<FoundActivity>> FindActivities(this SchoolDb db, Viewer viewer, string words, CancellationToken ct) =>
        (from activity in db.ActivitiesVisibleTo(viewer)
         join course in db.Courses on activity.CourseId equals course.Id
         where activity.Title.ToLower().Contains(words)
         orderby activity.Title
         select new FoundActivity(course.Slug, course.Title, activity.Id, activity.Kind, activity.Title, null)).Take(Most).ToListAsync(ct);

    public static Task<List<FoundActivity>> FindReadings(this SchoolDb db, Viewer viewer, string words, CancellationToken ct)
    {
        var pattern = InJson(words);
        return (from reading in db.Readings.FromSql($"SELECT * FROM readings WHERE lower(body) LIKE {pattern} ESCAPE '!'")
                where db.ReadingsVisibleTo(viewer).Any(one => one.ActivityId == reading.ActivityId)
                join activity in db.Activities on reading.ActivityId equals activity.Id
                join course in db.Courses on reading.CourseId equals course.Id
                orderby activity.Title
                select new FoundActivity(course.Slug, course.Title, activity.Id, activity.Kind, activity.Title, reading.Body)).Take(Most).ToListAsync(ct);
    }

    public static Task<List<FoundPost>> FindPosts(this SchoolDb db, Viewer viewer, string words, CancellationToken ct) =>
        (from post in db.PostsVisibleTo(viewer)
         join thread in db.Threads on post.ThreadId equals thread.Id
         join course in db.Courses on post.CourseId equals course.Id
         join author in db.People on post.AuthorId equals author.Id
         where post.RemovedAt == null && (post.Body.ToLower().Contains(words) || (post.CreatedAt == thread.CreatedAt && thread.Title.ToLower().Contains(words)))
         orderby post.CreatedAt descending
         select new FoundPost(course.Slug, course.Title, thread.Id, post.Id, thread.Title, author.Name, post.Body)).Take(Most).ToListAsync(ct);

    public static Task<List<FoundFile>> FindFiles(this SchoolDb db, Viewer viewer, string words, CancellationToken ct) =>
        (from file in db.FilesVisibleTo(viewer)
         join course in db.Courses on file.CourseId equals course.Id
         where file.Name.ToLower().Contains(words)
         orderby file.CreatedAt descending
         select new FoundFile(course.Title, file)).Take(Most).ToListAsync(ct);

    /// <summary>Texts with structure are kept as JSON, in which a letter beyond ASCII is an escape: the words are looked for as they stand there.</summary>
    private static string InJson(string words)
    {
        var quoted = JsonSerializer.Serialize(words, Conventions.Json)[1..^1].ToLowerInvariant();
        return $"%{quoted.Replace("!", "!!").Replace("%", "!%").Replace("_", "!_")}%";
    }
}
