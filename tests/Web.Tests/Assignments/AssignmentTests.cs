using System.Net;
using System.Net.Http.Json;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Assignments;

public sealed class AssignmentTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private async Task<string> Assign() => $"/courses/statistics/assignments/{(await school.AddActivity(ActivityKind.Assignment, "Problem set 8", 10)).Id}";

    [Fact]
    public async Task A_student_hands_in_an_instructor_grades_and_the_student_reads_it_only_once_it_is_released()
    {
        var url = await Assign();
        var mei = await school.SignIn(Cast.Mei);
        var amara = await school.SignIn(Cast.Amara);
        await mei.PostForm(url, new() { ["Text"] = "The spread is halved." }, url + "?handler=HandIn");
        Assert.Contains("Handed in", await mei.GetStringAsync(url));
        var grading = $"{url}/submissions/{school.People[Cast.Mei]}";
        Assert.Contains("The spread is halved.", await amara.GetStringAsync(grading));
        Assert.Contains("to-grade", await amara.GetStringAsync("/courses/statistics/grades"));

        await amara.PostForm(grading, new() { ["Seen"] = "1", ["Score"] = "8,5", ["Feedback"] = "Say **why**." });
        Assert.DoesNotContain("8.5", await mei.GetStringAsync(url));
        await amara.PostForm(grading, new() { ["Seen"] = "1", ["Score"] = "8.5", ["Feedback"] = "Say **why**.", ["Release"] = "true" });
        var back = await mei.GetStringAsync(url);
        Assert.Contains("8.5 of 10", back);
        Assert.Contains("<strong>why</strong>", back);
        Assert.Contains("8.5 of 10", await mei.GetStringAsync("/courses/statistics/grades"));
    }

    [Fact]
    public async Task A_draft_is_kept_as_typed_and_an_older_tab_is_told_so()
    {
        var url = await Assign();
        var mei = await school.SignIn(Cast.Mei);
        mei.DefaultRequestHeaders.Remove("RequestVerificationToken");
        mei.DefaultRequestHeaders.Add("RequestVerificationToken", await mei.TokenOf(url));
        Assert.Equal(HttpStatusCode.OK, (await mei.PostAsJsonAsync(url + "/draft", new { text = "First", version = 0 })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await mei.PostAsJsonAsync(url + "/draft", new { text = "From the old tab", version = 0 })).StatusCode);
        Assert.Contains("First", await mei.GetStringAsync(url));
    }

    [Fact]
    public async Task A_score_outside_the_points_or_that_is_no_number_is_refused_in_words()
    {
        var url = await Assign();
        await (await school.SignIn(Cast.Jonas)).PostForm(url, new() { ["Text"] = "Mine." }, url + "?handler=HandIn");
        var amara = await school.SignIn(Cast.Amara);
        var grading = $"{url}/submissions/{school.People[Cast.Jonas]}";
        Assert.Contains("A score here is 0 to 10.", await (await amara.PostForm(grading, new() { ["Seen"] = "1", ["Score"] = "11" })).Content.ReadAsStringAsync());
        Assert.Contains("A score is a number", await (await amara.PostForm(grading, new() { ["Seen"] = "1", ["Score"] = "good" })).Content.ReadAsStringAsync());
        var id = Guid.Parse(url.Split('/')[^1]);
        Assert.Null((await school.Read(db => db.Grades.SingleAsync(grade => grade.PersonId == school.People[Cast.Jonas] && grade.ActivityId == id))).Score);
    }

    [Fact]
    public async Task Files_are_private_to_their_owner_and_to_who_grades()
    {
        var url = await Assign();
        var mei = await school.SignIn(Cast.Mei);
        using var upload = new MultipartFormDataContent
        {
            { new StringContent(await mei.TokenOf(url)), "__RequestVerificationToken" },
            { new ByteArrayContent("notes"u8.ToArray()), "upload", "notes.txt" },
        };
        Assert.Equal(HttpStatusCode.Redirect, (await mei.PostAsync(url + "?handler=AddFile", upload)).StatusCode);
        var file = await school.Read(db => db.Files.SingleAsync(one => one.Name == "notes.txt" && one.OwnerId == school.People[Cast.Mei]));
        var address = $"/files/{file.Id}/notes.txt";
        Assert.Equal(HttpStatusCode.OK, (await mei.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await school.SignIn(Cast.Elif)).GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Jonas)).GetAsync(address)).StatusCode);
    }
}
