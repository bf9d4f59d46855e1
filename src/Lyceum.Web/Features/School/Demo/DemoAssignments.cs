using System.Globalization;
using System.Text.RegularExpressions;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>One person's work as written down: when it was handed in ("draft" = not yet), the score it got, and what was said to it.</summary>
public sealed partial record WrittenWork(string Who, string When, decimal? Score, string Text, string Feedback)
{
    public bool IsDraft => When == "draft";

    public static IEnumerable<WrittenWork> Read(string text) => Start().Split(text).Skip(1).Chunk(4).Select(part =>
    {
        var lines = part[3].Trim().Split('\n');
        var feedback = lines.Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..]);
        decimal? score = part[2].Length > 0 ? decimal.Parse(part[2], CultureInfo.InvariantCulture) : null;
        return new WrittenWork(part[0], part[1], score, string.Join('\n', lines.Where(line => !line.StartsWith("> ", StringComparison.Ordinal))).Trim(), string.Join('\n', feedback));
    });

    [GeneratedRegex(@"^@([a-z.]+) (draft|[+-]\d+[hd]|\w{3} \d\d:\d\d) ?(\d*)\n", RegexOptions.Multiline)]
    private static partial Regex Start();
}

/// <summary>
/// Assignments, and work in every state: drafts, handed in and waiting, graded, late, missing, excused. Where nothing was written down
/// for somebody, a problem set was handed in on paper and its score was entered.
/// </summary>
public static class DemoAssignments
{
    public static void Fill(DemoRun run, string grader)
    {
        foreach (var made in run.Activities.Where(made => made.Activity.Kind == ActivityKind.Assignment))
        {
            var assignment = Assignment.For(made.Activity);
            _ = assignment.Describe(run.Text(made.Page.Body), takesText: true, takesFiles: true, LateRule.Accepted, 10).Value;
            run.Db.Assignments.Add(assignment);
            var desk = new AssignmentDesk(run, made, assignment, grader);
            var path = WorkOf(made.Page);
            var written = DemoContent.Paths.Contains(path) ? WrittenWork.Read(DemoContent.Text(path)).ToList() : [];
            foreach (var work in written) desk.Take(work);
            if (made.Activity.Due < run.Now) desk.TakePaper(run.Students.Where(student => written.All(work => work.Who != student.Who)));
        }
    }

    private static string WorkOf(DemoPage page) => $"{page.Path[..(page.Path.LastIndexOf('/') + 1)]}{page.LinkName.Split('-', 2)[1]}.work.md";
}

internal sealed class AssignmentDesk(DemoRun run, DemoActivity made, Assignment assignment, string grader)
{
    public void Take(WrittenWork work)
    {
        if (work.IsDraft)
        {
            KeepDraft(work);
            return;
        }
        if (run.InWindow(made, run.Calendar.At(made.Week, work.When)) is not { } at) return;
        var submission = HandIn(work.Who, work.Text, at);
        if (work.Score is { } score) Give(submission, work.Who, score, work.Feedback, Instant.Min(at + Duration.FromDays(4), run.Now - Duration.FromHours(20)));
        else run.Grade(made, work.Who).Record(null, submission.IsLate, needsGrading: true, at);
    }

    public void TakePaper(IEnumerable<CastMember> students)
    {
        var points = made.Activity.Points!.Value;
        foreach (var student in students)
        {
            var number = made.Week - 1;
            var chance = DemoRun.Chance($"{student.Who} works on {made.Page.LinkName}");
            if (DemoHabits.IsExcused(student.Who, number))
            {
                run.Grade(made, student.Who).Excuse("Away with the school team.", run.Id(grader), made.Activity.Due!.Value);
                run.Grade(made, student.Who).Release(made.Activity.Due.Value);
            }
            else if (!DemoHabits.HandsInProblemSet(student.Who, number)) run.Grade(made, student.Who).MarkMissing(made.Activity.Due!.Value + Duration.FromHours(1));
            else
            {
                var late = DemoHabits.IsLate(student.Who, number);
                var at = made.Activity.Due!.Value + (late ? Duration.FromHours(5) : -Duration.FromMinutes(chance.Next(30, 2500)));
                var submission = HandIn(student.Who, $"On paper, {chance.Next(2, 6)} pages.", at);
                var score = Math.Clamp(Math.Round(points * student.Ability / 100m) + chance.Next(-2, 3), points / 2, points);
                Give(submission, student.Who, score, "", Instant.Min(made.Activity.Due.Value + Duration.FromDays(3), run.Now - Duration.FromHours(20)));
            }
        }
    }

    private Submission HandIn(string who, string text, Instant at)
    {
        var submission = Draft(who, text, at);
        _ = submission.HandIn(assignment, made.Activity.Window, at).Value;
        run.Progress(made, who, at - Duration.FromHours(2)).Finish(at);
        return submission;
    }

    private void KeepDraft(WrittenWork work)
    {
        if (run.InWindow(made, run.Now - Duration.FromHours(3)) is not { } at) return;
        Draft(work.Who, work.Text, at);
        var (done, of) = (work.Text.Split('\n').Count(line => line.Length > 3 && char.IsAsciiDigit(line[0])), made.Page.Find("parts"));
        var parts = of is null ? (int?)null : int.Parse(of, CultureInfo.InvariantCulture);
        run.Progress(made, work.Who, at - Duration.FromHours(1)).Advance(parts is null ? 0.4 : (double)done / parts.Value, at, parts is null ? null : done, parts);
    }

    private Submission Draft(string who, string text, Instant at)
    {
        var submission = Submission.Begin(made.Activity, run.Id(who), at - Duration.FromHours(1));
        _ = submission.KeepDraft(text, 0, at).Value;
        run.Db.Submissions.Add(submission);
        return submission;
    }

    private void Give(Submission submission, string who, decimal score, string feedback, Instant at)
    {
        _ = submission.GiveFeedback(feedback, at).Value;
        var grade = run.Grade(made, who);
        grade.Record(score, submission.IsLate, needsGrading: false, at, run.Id(grader));
        grade.Release(at);
    }
}
