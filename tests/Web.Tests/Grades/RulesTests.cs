using System.Net;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Grades;

public sealed class RulesTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private const string Rules = "/courses/statistics/grades/rules";

    private static Dictionary<string, string> Weighed(string sets, string quizzes) => new()
    {
        ["Categories[0].Id"] = Guid.CreateVersion7().ToString(), ["Categories[0].Name"] = "Problem sets", ["Categories[0].Weight"] = sets, ["Categories[0].DropLowest"] = "1", ["Categories[0].Takes"] = "Assignment",
        ["Categories[1].Id"] = Guid.CreateVersion7().ToString(), ["Categories[1].Name"] = "Quizzes", ["Categories[1].Weight"] = quizzes, ["Categories[1].DropLowest"] = "0", ["Categories[1].Takes"] = "Quiz",
        ["Categories[2].Id"] = Guid.CreateVersion7().ToString(), ["Categories[2].Name"] = "", ["Categories[2].DropLowest"] = "0",
    };

    private async Task Score(Activity activity, decimal score)
    {
        var grade = Grade.For(activity.Id, activity.CourseId, school.People[Cast.Mei], SchoolFixture.Start);
        grade.Record(score, false, false, SchoolFixture.Start);
        grade.Release(SchoolFixture.Start);
        await school.Write(db => { db.Grades.Add(grade); });
    }

    [Fact]
    public async Task Weights_and_what_is_left_out_make_the_total_that_everybody_sees()
    {
        await Score(await school.AddActivity(ActivityKind.Assignment, "Problem set 1", 20), 20);
        await Score(await school.AddActivity(ActivityKind.Assignment, "Problem set 2", 20), 4);
        await Score(await school.AddActivity(ActivityKind.Quiz, "Quiz 1", 10), 5);
        var amara = await school.SignIn(Cast.Amara);
        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostForm(Rules, Weighed("60", "40"))).StatusCode);

        var book = await amara.GetStringAsync("/courses/statistics/grades");
        Assert.Contains("<b>60 %</b>", book);
        Assert.Contains("<b>80.0</b>", book);
        var own = await (await school.SignIn(Cast.Mei)).GetStringAsync("/courses/statistics/grades");
        Assert.Contains("80.0 %", own);
        Assert.Contains("the lowest does not count", own);
        Assert.Contains("lowest, not counted", own);
        var csv = await amara.GetStringAsync("/courses/statistics/grades.csv");
        Assert.Contains("Problem sets (60 %)", csv);
        Assert.Matches("Mei Tanaka,.*,100\\.0,50\\.0,80\\.0", csv);
        Assert.True(await school.Read(db => db.Audit.AnyAsync(entry => entry.What == "GradesWeighed")));

        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostForm(Rules, [], Rules + "?handler=Alike")).StatusCode);
        Assert.DoesNotContain("<b>60 %</b>", await amara.GetStringAsync("/courses/statistics/grades"));
    }

    [Fact]
    public async Task Weights_that_do_not_make_a_hundred_are_refused_with_what_was_typed()
    {
        var amara = await school.SignIn(Cast.Amara);
        var answer = await amara.PostForm(Rules, Weighed("61.5", "40"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("The weights add up to 101.5 %, not to 100 %. Nothing was changed.", page);
        Assert.Contains("61.5", page);
    }
}
