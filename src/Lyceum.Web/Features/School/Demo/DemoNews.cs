using System.Globalization;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Domain.Messages;
using Lyceum.Web.Features.Discussions;
using NodaTime;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>What the bell has to say: work that came back in the last week, answers from others, and a class that was missed.</summary>
public static class DemoNews
{
    public static void Fill(DemoRun run, string teacher)
    {
        foreach (var student in run.Students)
        {
            Grades(run, student.Who, teacher);
            Answers(run, student.Who);
            Missed(run, student.Who, teacher);
        }
        foreach (var news in run.Db.Notifications.Local.Where(news => news.CourseId == run.Course.Id && news.CreatedAt < run.Now - Duration.FromDays(3))) news.Read(news.CreatedAt + Duration.FromHours(9));
    }

    private static void Grades(DemoRun run, string who, string teacher)
    {
        foreach (var made in run.Activities.Where(made => made.Activity.Kind == ActivityKind.Assignment))
        {
            if (!run.HasGrade(made, who, out var grade) || grade is not { State: GradeState.Scored, ReleasedAt: { } at } || at < run.Now - Duration.FromDays(14)) continue;
            Tell(run, who, teacher, "{0} is back: {1} of {2}", [made.Activity.Title, Number(grade.Score!.Value), Number(made.Activity.Points!.Value)], run.Link(made), at);
        }
    }

    /// <summary>What was written after them in the threads that they follow.</summary>
    private static void Answers(DemoRun run, string who)
    {
        var threads = run.Db.Threads.Local.Where(thread => thread.CourseId == run.Course.Id).ToDictionary(thread => thread.Id);
        foreach (var reader in run.Db.ThreadReaders.Local.Where(reader => reader.PersonId == run.Id(who) && threads.ContainsKey(reader.ThreadId)).ToList())
        {
            var unread = run.Db.Posts.Local.Where(post => post.ThreadId == reader.ThreadId && post.CreatedAt > reader.ReadUntil && post.CreatedAt > run.Now - Duration.FromDays(14));
            foreach (var post in unread.ToList())
            {
                var author = run.People.Values.Single(person => person.Id == post.AuthorId);
                var thread = threads[post.ThreadId];
                Tell(run, who, author.Id, "{0} wrote in {1}", [author.Name, thread.Title], DiscussionsFeature.AddressOf(run.Course.Slug, thread.Id) + $"#post-{post.Id}", post.CreatedAt);
            }
        }
    }

    private static void Missed(DemoRun run, string who, string teacher)
    {
        var last = run.Db.ClassSessions.Local.Where(session => session.CourseId == run.Course.Id && session.EndedAt < run.Now).MaxBy(session => session.Starts);
        if (last is null || run.Activities.Single(made => made.Id == last.ActivityId) is not { } made || run.HasProgress(made, who)) return;
        Tell(run, who, teacher, "{0} is now a lesson, and its polls wait for you", [made.Activity.Title], run.Link(made) + "/replay", last.EndedAt!.Value);
    }

    private static void Tell(DemoRun run, string who, string actor, string text, string[] arguments, string link, Instant at) => Tell(run, who, run.Id(actor), text, arguments, link, at);

    private static void Tell(DemoRun run, string who, Guid actor, string text, string[] arguments, string link, Instant at) =>
        run.Db.Notifications.Add(Notification.New(run.Id(who), text, arguments, link, at, run.Course.Id, actor));

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
