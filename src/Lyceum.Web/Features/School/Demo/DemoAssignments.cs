using System.Globalization;
using System.Text.RegularExpressions;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>
/// One person's work as written down: when it was handed in ("draft" = not yet), the score it got, the points in each criterion, and
/// what was said to it.
/// </summary>
public sealed partial record WrittenWork(string Who, string When, decimal? Score, string Text, string Feedback, IReadOnlyList<decimal> Marks)
{
    public bool IsDraft => When == "draft";

    public static IEnumerable<WrittenWork> Read(string text) => Start().Split(text).Skip(1).Chunk(4).Select(part =>
    {
        var lines = part[3].Trim().Split('\n');
        IEnumerable<string> Said(string mark) => lines.Where(line => line.StartsWith(mark, StringComparison.Ordinal)).Select(line => line[2..]);
        decimal? score = part[2].Length > 0 ? decimal.Parse(part[2], CultureInfo.InvariantCulture) : null;
        var text = string.Join('\n', lines.Where(line => !line.StartsWith("> ", StringComparison.Ordinal) && !line.StartsWith("= ", StringComparison.Ordinal)));
        return new WrittenWork(part[0], part[1], score, text.Trim(), string.Join('\n', Said("> ")), [.. Said("= ").SelectMany(line => line.Split(' ')).Select(points => decimal.Parse(points, CultureInfo.InvariantCulture))]);
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
            assignment.GradeBy(RubricOf(NameOf(made.Page) + ".rubric.md"));
            run.Db.Assignments.Add(assignment);
            var desk = new AssignmentDesk(run, made, assignment, grader);
            var path = NameOf(made.Page) + ".work.md";
            var written = DemoContent.Paths.Contains(path) ? WrittenWork.Read(DemoContent.Text(path)).ToList() : [];
            foreach (var work in written) desk.Take(work);
            if (made.Activity.Due < run.Now) desk.TakePaper(run.Students.Where(student => written.All(work => work.Who != student.Who)));
        }
    }

    /// <summary>Where what belongs to an assignment is written down, but for the ending.</summary>
    private static string NameOf(DemoPage page) => $"{page.Path[..(page.Path.LastIndexOf('/') + 1)]}{page.LinkName.Split('-', 2)[1]}";

    /// <summary>A line "# name" for each criterion, and below it one line for each level, points first.</summary>
    private static Rubric RubricOf(string path)
    {
        if (!DemoContent.Paths.Contains(path)) return Rubric.Empty;
        return Rubric.Of(DemoContent.Text(path).Split("# ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim().Split('\n')).Select(lines =>
            new RubricCriterion(Guid.CreateVersion7(), lines[0], [.. lines[1..].Select(line => line.Split(' ', 2)).Select(level => new RubricLevel(decimal.Parse(level[0], CultureInfo.InvariantCulture), level[1]))]))).Value;
    }
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
        if (work.Score is { } score) Give(submission, work.Who, score, work, Instant.Min(at + Duration.FromDays(4), run.Now - Duration.FromHours(20)));
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
                Give(submission, student.Who, score, null, Instant.Min(made.Activity.Due.Value + Duration.FromDays(3), run.Now - Duration.FromHours(20)));
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

    private void Give(Submission submission, string who, decimal score, WrittenWork? said, Instant at)
    {
        IReadOnlyList<RubricMark> marks = said is null ? [] : [.. assignment.Rubric.Criteria.Zip(said.Marks, (criterion, points) => new RubricMark(criterion.Id, points))];
        _ = submission.GiveFeedback(said?.Feedback ?? "", marks, submission.TimesHandedIn, at).Value;
        var grade = run.Grade(made, who);
        grade.Record(score, submission.IsLate, needsGrading: false, at, run.Id(grader));
        grade.Release(at);
    }
}
