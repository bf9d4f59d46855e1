using Lyceum.Data;
using Lyceum.Data.Discussions;
using Lyceum.Data.Readings;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Readings;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Web.Features.Readings;

/// <summary>What stands beside a text at one of its places. <paramref name="Start"/> is null once the place is gone from the text.</summary>
public abstract record BesideText(Guid Id, Passage Passage, int? Start)
{
    public string PlaceId => $"place-{Id}";
}

public sealed record OwnNote(ReadingNote Note, int? Start) : BesideText(Note.Id, Note.Passage, Start);

public sealed record Asked(Thread Thread, int Number, Said First, Said? Answer, int? Start) : BesideText(Thread.Id, Thread.Passage!, Start);

public sealed record Said(Guid ThreadId, Guid PostId, Guid AuthorId, string Author, CourseRole? Role, string Body, int Thanks);

/// <summary>The text of a reading with one's own notes and everybody's questions marked in it: three queries, however many there are.</summary>
public sealed class ReadBeside(SchoolDb db, Words words)
{
    public sealed record Found(IHtmlContent Html, IReadOnlyList<BesideText> Items);

    public async Task<Found> Of(Viewer viewer, Guid activityId, IHtmlContent text, CancellationToken ct)
    {
        var notes = await db.NotesVisibleTo(viewer).Where(note => note.ActivityId == activityId).OrderBy(note => note.Id).Take(500).ToListAsync(ct);
        var threads = await db.ThreadsVisibleTo(viewer).Where(thread => thread.ActivityId == activityId && thread.Passage != null)
            .OrderBy(thread => thread.CreatedAt).Take(100).ToListAsync(ct);
        if (notes.Count + threads.Count == 0) return new Found(text, []);
        var said = (await SaidIn(viewer, threads, ct)).ToLookup(post => post.ThreadId);
        threads.RemoveAll(thread => !said[thread.Id].Any());
        var (html, starts) = PlacesInText.Mark(text.ToString()!, [.. notes.Select(PlaceOf), .. threads.Select(PlaceOf)]);
        int? StartOf(Guid id) => starts.TryGetValue($"place-{id}", out var start) ? start : null;
        var items = notes.Select(BesideText (note) => new OwnNote(note, StartOf(note.Id)))
            .Concat(threads.Select((thread, index) => new Asked(thread, index + 1, said[thread.Id].First(), AnswerOf(thread, said[thread.Id]), StartOf(thread.Id))));
        return new Found(html, [.. items.OrderBy(item => item.Start ?? int.MaxValue)]);
    }

    private Task<List<Said>> SaidIn(Viewer viewer, List<Thread> threads, CancellationToken ct)
    {
        var ids = threads.Select(thread => thread.Id).ToList();
        return (from post in db.PostsVisibleTo(viewer)
                join author in db.People on post.AuthorId equals author.Id
                where ids.Contains(post.ThreadId) && post.RemovedAt == null
                orderby post.CreatedAt
                select new Said(post.ThreadId, post.Id, author.Id, author.Name,
                    db.Enrollments.Where(one => one.CourseId == post.CourseId && one.PersonId == author.Id).Select(one => (CourseRole?)one.Role).FirstOrDefault(),
                    post.Body, db.HelpfulPosts.Count(one => one.PostId == post.Id))).Take(1000).ToListAsync(ct);
    }

    /// <summary>The accepted answer; else what who teaches said last; else the first that anybody else said.</summary>
    private static Said? AnswerOf(Thread thread, IEnumerable<Said> posts)
    {
        var replies = posts.Skip(1).ToList();
        return replies.Find(post => post.PostId == thread.AcceptedPostId)
            ?? replies.FindLast(post => post.Role is CourseRole.Instructor or CourseRole.Assistant)
            ?? replies.Find(post => post.AuthorId != thread.AuthorId);
    }

    private static Place PlaceOf(ReadingNote note) => new($"place-{note.Id}", note.Passage, "place-mark hue-amber");

    private Place PlaceOf(Thread thread, int index) =>
        new($"place-{thread.Id}", thread.Passage!, "place-mark", index + 1, $"beside-{thread.Id}", words["Question {0}", index + 1]);
}
