using System.Text.RegularExpressions;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Discussions;
using NodaTime;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>
/// Discussions with what the cast wrote in them. In a page "## " begins a thread and "@who when" a post; two @ answer the post before,
/// and behind the time may stand "accepted" and how many found it helpful ("+8").
/// </summary>
public static partial class DemoDiscussions
{
    public static void Fill(DemoRun run)
    {
        foreach (var made in run.Activities.Where(made => made.Activity.Kind == ActivityKind.Discussion))
        {
            var parts = ThreadStart().Split(made.Page.Body);
            var discussion = Discussion.For(made.Activity);
            discussion.Ask(run.Text(parts[0].Trim()));
            run.Db.Discussions.Add(discussion);
            foreach (var pair in parts.Skip(1).Chunk(2)) AddThread(run, made, pair[0], pair[1]);
        }
    }

    private static void AddThread(DemoRun run, DemoActivity made, string title, string text)
    {
        Thread? thread = null;
        Post? answered = null;
        var readers = new Dictionary<string, ThreadReader>();
        foreach (var part in PostStart().Split(text).Skip(1).Chunk(5))
        {
            var (isAnswer, who, at, body) = (part[0] == "@@", part[1], run.Calendar.At(made.Week, part[2]), part[4].Trim());
            thread ??= Thread.Open(run.Course.Id, made.Id, run.Id(who), title, at).Value;
            var post = thread.Reply(run.Id(who), body, isAnswer ? answered?.Id : null, at).Value;
            run.Db.Posts.Add(post);
            if (!isAnswer) answered = post;
            Mark(run, thread, post, part[3]);
            Follow(run, thread, readers, who, at);
            // Whoever accepts an answer has come back and read on from there.
            if (thread.AcceptedPostId == post.Id) readers.Values.Single(reader => reader.PersonId == thread.AuthorId).ReadTo(Instant.Min(at + Duration.FromHours(13), run.Now));
            if (run.Students.Any(student => student.Who == who)) run.Progress(made, who, at).Finish(at);
        }
        run.Db.Threads.Add(thread!);
    }

    private static void Mark(DemoRun run, Thread thread, Post post, string marks)
    {
        if (marks.Contains("accepted", StringComparison.Ordinal)) _ = thread.Accept(post, thread.AuthorId, teaches: false).Value;
        var plus = marks.IndexOf('+', StringComparison.Ordinal);
        if (plus < 0) return;
        var many = int.Parse(marks[(plus + 1)..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        var friends = run.Students.Where(student => run.Id(student.Who) != post.AuthorId).Take(many);
        run.Db.HelpfulPosts.AddRange(friends.Select(student => Helpful.New(post.Id, run.Id(student.Who))));
    }

    /// <summary>Whoever writes follows, and has read what stood there.</summary>
    private static void Follow(DemoRun run, Thread thread, Dictionary<string, ThreadReader> readers, string who, Instant at)
    {
        if (!readers.TryGetValue(who, out var reader))
        {
            reader = readers[who] = ThreadReader.New(thread.Id, run.Id(who));
            reader.Follow();
            run.Db.ThreadReaders.Add(reader);
        }
        reader.ReadTo(at);
    }

    [GeneratedRegex(@"^## (.+)\n", RegexOptions.Multiline)]
    private static partial Regex ThreadStart();

    [GeneratedRegex(@"^(@@?)([a-z.]+) (-\d+[hd]|\w{3} \d\d:\d\d)((?: accepted| \+\d+)*)\n", RegexOptions.Multiline)]
    private static partial Regex PostStart();
}
