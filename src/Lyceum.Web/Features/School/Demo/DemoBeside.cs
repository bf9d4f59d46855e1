using Lyceum.Domain.Courses;
using Lyceum.Domain.Discussions;
using Lyceum.Domain.Grades;
using Lyceum.Domain.Readings;
using NodaTime;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>What stands beside the course: notes and a question in the reading of week 9, how the grades weigh, and what Priya was granted.</summary>
public static class DemoBeside
{
    public static void Fill(DemoRun run, string teacher)
    {
        if (run.Activities.Find(made => made.Activity is { Kind: ActivityKind.Reading, Title: "Why averages settle down" }) is not { } reading) return;
        Note(run, reading, "mei", "Variances of independent things add; standard deviations do not.", "Like a random walk: after n steps you are about √n away.");
        Ask(run, reading, teacher);
        Weigh(run);
        var granted = Accommodation.For(run.Course.Id, run.Id("priya"));
        _ = granted.GrantTime(1.25m).Value;
        _ = granted.MoveDeadlines(Duration.FromDays(2)).Value;
        run.Db.Accommodations.Add(granted);
    }

    private static void Note(DemoRun run, DemoActivity reading, string who, string quote, string text) =>
        run.Db.ReadingNotes.Add(ReadingNote.Keep(reading.Activity, run.Id(who), Passage.Of(quote, "", "", 0).Value, text, run.Now - Duration.FromHours(31)).Value);

    private static void Ask(DemoRun run, DemoActivity reading, string teacher)
    {
        var asked = run.Now - Duration.FromHours(50);
        var thread = Thread.Open(run.Course.Id, reading.Id, run.Id("jonas"), "Why n² here? I thought we divide once.", asked).Value;
        thread.AskedAt(Passage.Of("Dividing a quantity by n divides its variance by n^2,", "", "", 0).Value);
        var question = thread.Reply(run.Id("jonas"), "Why n² here? I thought we divide once.", null, asked).Value;
        var answer = thread.Reply(run.Id(teacher), "Variance is in squared minutes, so a constant comes out squared.", question.Id, asked + Duration.FromHours(3)).Value;
        _ = thread.Accept(answer, run.Id("jonas"), teaches: false).Value;
        run.Db.Threads.Add(thread);
        run.Db.Posts.AddRange(question, answer);
        run.Db.HelpfulPosts.AddRange(new[] { "mei", "lucia", "samir" }.Select(who => Helpful.New(question.Id, run.Id(who))));
    }

    private static void Weigh(DemoRun run)
    {
        var project = new GradeCategory(Guid.CreateVersion7(), "Project", 30, 0);
        var plan = GradePlan.For(run.Course.Id);
        _ = plan.Weigh(
            [
                new GradeCategory(Guid.CreateVersion7(), "Problem sets", 30, 1, ActivityKind.Assignment), new GradeCategory(Guid.CreateVersion7(), "Quizzes", 25, 0, ActivityKind.Quiz),
                new GradeCategory(Guid.CreateVersion7(), "Classes", 15, 0, ActivityKind.ClassSession), project,
            ],
            [.. run.Activities.Where(made => made.Activity.Title is "Project plan" or "A number and its story").Select(made => new GradePlace(made.Id, project.Id))]).Value;
        run.Db.GradePlans.Add(plan);
    }
}
