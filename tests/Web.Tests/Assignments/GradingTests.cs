using System.Net;
using System.Net.Http.Json;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Assignments;

public sealed class GradingTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private static readonly RubricCriterion Claim = new(Guid.NewGuid(), "Claim", [new(0, "No claim"), new(5, "One sentence states it")]);
    private static readonly RubricCriterion Evidence = new(Guid.NewGuid(), "Evidence", [new(0, "None"), new(3, "Named"), new(5, "Named and weighed")]);

    /// <summary>An essay worth 20 with a rubric of 10 points, handed in by these.</summary>
    private async Task<string> Essay(params string[] who)
    {
        var activity = await school.AddActivity(ActivityKind.Assignment, "Argument essay", 20);
        var assignment = Assignment.For(activity);
        assignment.GradeBy(Rubric.Of([Claim, Evidence]).Value);
        await school.Write(db =>
        {
            db.Assignments.Add(assignment);
            foreach (var name in who)
            {
                var submission = Submission.Begin(activity, school.People[name], SchoolFixture.Start);
                submission.KeepDraft($"What {name} wrote.", 0, SchoolFixture.Start);
                submission.HandIn(assignment, activity.Window, SchoolFixture.Start);
                db.Submissions.Add(submission);
            }
        });
        return $"/courses/statistics/assignments/{activity.Id}";
    }

    private string Of(string url, string who) => $"{url}/submissions/{school.People[who]}";

    private static Dictionary<string, string> Grade(int claim, int? evidence, string feedback = "") => new()
    {
        ["Marks[0].Criterion"] = $"{Claim.Id}", ["Marks[0].Points"] = $"{claim}", ["Marks[1].Criterion"] = $"{Evidence.Id}", ["Marks[1].Points"] = $"{evidence}",
        ["Feedback"] = feedback, ["Seen"] = "1",
    };

    [Fact]
    public async Task The_chosen_levels_become_the_score_and_saving_goes_on_to_the_next_that_waits()
    {
        var url = await Essay(Cast.Jonas, Cast.Mei, Cast.Samir);
        var amara = await school.SignIn(Cast.Amara);
        var first = await amara.GetStringAsync(Of(url, Cast.Mei));
        Assert.Contains("0 of 3 graded", first);
        var refused = await amara.PostForm(Of(url, Cast.Mei), Grade(5, null));
        Assert.Contains("Choose a level for Evidence.", await refused.Content.ReadAsStringAsync());

        var next = await amara.PostForm(Of(url, Cast.Mei), Grade(5, 3, "Weigh it."));
        Assert.Equal(Of(url, Cast.Samir), next.Headers.Location!.OriginalString);
        next = await amara.PostForm(Of(url, Cast.Samir), Grade(0, 0));
        Assert.Equal(Of(url, Cast.Jonas), next.Headers.Location!.OriginalString);
        Assert.Contains("2 of 3 graded", await amara.GetStringAsync(Of(url, Cast.Jonas)));
        var id = Guid.Parse(url.Split('/')[^1]);
        Assert.Equal(16m, (await school.Read(db => db.Grades.SingleAsync(grade => grade.ActivityId == id && grade.PersonId == school.People[Cast.Mei]))).Score);
    }

    [Fact]
    public async Task A_student_reads_the_rubric_before_and_the_reached_levels_only_once_all_are_released()
    {
        var url = await Essay(Cast.Mei, Cast.Hana);
        var mei = await school.SignIn(Cast.Mei);
        var before = await mei.GetStringAsync(url);
        Assert.Contains("Named and weighed", before);
        var amara = await school.SignIn(Cast.Amara);
        await amara.PostForm(Of(url, Cast.Mei), Grade(5, 3, "Weigh it."));
        await amara.PostForm(Of(url, Cast.Hana), Grade(5, 5));
        var held = await mei.GetStringAsync(url);
        Assert.DoesNotContain("Weigh it.", held);
        Assert.DoesNotContain("chosen", held);

        Assert.Contains("Release 2 grades", await amara.GetStringAsync(Of(url, Cast.Hana)));
        var released = await amara.PostForm(Of(url, Cast.Hana), [], Of(url, Cast.Hana) + "?handler=Release");
        Assert.EndsWith("?released=2", released.Headers.Location!.OriginalString);
        var back = await mei.GetStringAsync(url);
        Assert.Contains("16 of 20", back);
        Assert.Contains("Weigh it.", back);
        Assert.Contains("3 of 5", back);
        Assert.Contains("chosen", back);
        await amara.PostForm(Of(url, Cast.Hana), [], Of(url, Cast.Hana) + "?handler=Release");
        var id = Guid.Parse(url.Split('/')[^1]);
        Assert.Equal(2, await school.Read(db => db.Notifications.CountAsync(note => note.Text == "{0} is back: {1} of {2}" && note.Link.Contains(id.ToString()))));
    }

    [Fact]
    public async Task What_a_grader_began_is_there_again_and_changes_nothing_for_the_student()
    {
        var url = await Essay(Cast.Mei);
        var elif = await school.SignIn(Cast.Elif);
        elif.DefaultRequestHeaders.Remove("RequestVerificationToken");
        elif.DefaultRequestHeaders.Add("RequestVerificationToken", await elif.TokenOf(Of(url, Cast.Mei)));
        var begun = new { score = "", feedback = "Begun, not", marks = new[] { new { criterion = Evidence.Id, points = 3 } }, seen = 1 };
        Assert.Equal(HttpStatusCode.NoContent, (await elif.PostAsJsonAsync(Of(url, Cast.Mei) + "/draft", begun)).StatusCode);
        var page = await elif.GetStringAsync(Of(url, Cast.Mei));
        Assert.Contains("Begun, not", page);
        Assert.Contains("value=\"3\" checked", page);
        Assert.Contains("0 of 1 graded", page);
        Assert.DoesNotContain("Begun, not", await (await school.SignIn(Cast.Mei)).GetStringAsync(url));
        Assert.Equal(HttpStatusCode.Conflict, (await elif.PostAsJsonAsync(Of(url, Cast.Mei) + "/draft", begun with { seen = 2 })).StatusCode);
    }

    [Fact]
    public async Task Hidden_names_stay_hidden_from_one_to_the_next()
    {
        var url = await Essay(Cast.Jonas, Cast.Mei);
        var amara = await school.SignIn(Cast.Amara);
        var page = await amara.GetStringAsync(Of(url, Cast.Jonas) + "?names=hidden");
        Assert.DoesNotContain("Mei Tanaka", page);
        Assert.DoesNotContain("Jonas Weber", page);
        var next = await amara.PostForm(Of(url, Cast.Jonas) + "?names=hidden", Grade(5, 5));
        Assert.EndsWith($"{school.People[Cast.Mei]}?names=hidden", next.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_instructor_writes_the_rubric_and_what_is_wrong_with_it_is_said_with_nothing_lost()
    {
        var url = $"/courses/statistics/assignments/{(await school.AddActivity(ActivityKind.Assignment, "Short essay", 8)).Id}";
        var amara = await school.SignIn(Cast.Amara);
        Dictionary<string, string> Fields(string top) => new()
        {
            ["Instructions"] = "Argue.", ["TakesText"] = "true", ["Late"] = "Accepted", ["LatePercentADay"] = "10", ["Format"] = "Markdown",
            ["Rubric[0].Title"] = "Style", ["Rubric[0].Levels[0].Points"] = "0", ["Rubric[0].Levels[0].Describes"] = "Hard to follow", ["Rubric[0].Levels[1].Points"] = top, ["Rubric[0].Levels[1].Describes"] = "Clear",
            ["Rubric[0].Levels[2].Points"] = "", ["Rubric[1].Title"] = "",
        };
        var wrong = await (await amara.PostForm(url + "/edit", Fields("0"))).Content.ReadAsStringAsync();
        Assert.Contains("Each level of Style has points of its own", wrong);
        Assert.Contains("Hard to follow", wrong);
        Assert.Contains("The points of a level are a number", await (await amara.PostForm(url + "/edit", Fields("four"))).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostForm(url + "/edit", Fields("8"))).StatusCode);
        Assert.Contains("Hard to follow", await (await school.SignIn(Cast.Mei)).GetStringAsync(url));
        Assert.Contains("value=\"Hard to follow\"", await amara.GetStringAsync(url + "/edit"));
    }
}
