using System.Net;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Courses;

public sealed class PeopleTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private const string Page = "/courses/statistics/people";

    [Fact]
    public async Task A_removed_member_is_out_on_the_next_request_and_can_be_taken_back()
    {
        var samir = await school.SignIn(Cast.Samir);
        Assert.Equal(HttpStatusCode.OK, (await samir.GetAsync(Page)).StatusCode);
        await Post("Remove", new() { ["person"] = $"{school.People[Cast.Samir]}" });
        Assert.Equal(HttpStatusCode.NotFound, (await samir.GetAsync(Page)).StatusCode);
        Assert.DoesNotContain("handler=Leave", await samir.GetStringAsync("/courses/statistics"));
        await Post("Return", new() { ["person"] = $"{school.People[Cast.Samir]}" });
        Assert.Equal(HttpStatusCode.OK, (await samir.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task A_course_keeps_its_last_instructor()
    {
        var answer = await Send("Remove", new() { ["person"] = $"{school.People[Cast.Amara]}" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("A course needs an instructor.", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, (await Send("Assign", new() { ["person"] = $"{school.People[Cast.Amara]}", ["role"] = "Student" })).StatusCode);
    }

    [Fact]
    public async Task A_list_is_shown_before_it_is_done_and_reports_on_every_line()
    {
        const string list = "name,email,section,role\n"
            + "Leo Brandt,leo@harbour.example,Tuesday,\n"
            + "Ada Nilsen,ada@harbour.example,Friday,assistant\n"
            + "Mei Tanaka,mei@harbour.example,Tuesday,student\n"
            + "Jonas Weber,jonas@harbour.example,,\n"
            + "Nobody,not an address,,\n"
            + ",new@harbour.example,,\n"
            + "Leo again,LEO@harbour.example,,\n"
            + "King,king@harbour.example,,king\n";
        var preview = await Upload(list);
        Assert.Contains("What the list will do", preview);
        Assert.Contains("1 enrolled, 1 invited, 1 changed, 1 as they were, 4 could not be read.", preview);
        Assert.Contains("The same address stands on line 2 already.", preview);
        Assert.False(await school.Read(db => db.People.AnyAsync(person => person.Email == "ada@harbour.example")));

        var pending = System.Text.RegularExpressions.Regex.Match(preview, "name=\"list\" value=\"([^\"]+)\"").Groups[1].Value;
        var done = await (await Send("Import", new() { ["list"] = WebUtility.HtmlDecode(pending) })).Content.ReadAsStringAsync();
        Assert.Contains("What the list did", done);
        var ada = await school.Read(db => (from one in db.Enrollments
                                           join person in db.People on one.PersonId equals person.Id
                                           join section in db.Sections on one.SectionId equals section.Id
                                           where person.Email == "ada@harbour.example"
                                           select new { one.Role, section.Name }).SingleAsync());
        Assert.Equal((CourseRole.Assistant, "Friday"), (ada.Role, ada.Name));
        Assert.True(await school.Read(db => db.Mails.AnyAsync(mail => mail.To == "ada@harbour.example" && mail.Body.Contains("/courses/statistics"))));

        var again = await (await Send("Import", new() { ["list"] = WebUtility.HtmlDecode(pending) })).Content.ReadAsStringAsync();
        Assert.Contains("0 enrolled, 0 invited, 0 changed, 4 as they were, 4 could not be read.", again);
        Assert.Equal(1, await school.Read(db => db.Mails.CountAsync(mail => mail.To == "ada@harbour.example")));
    }

    [Fact]
    public async Task A_file_that_is_no_list_says_what_is_needed() =>
        Assert.Contains("one of them must be “email”", await Upload("just some words\n"));

    [Fact]
    public async Task Students_see_names_and_no_addresses()
    {
        var page = await (await school.SignIn(Cast.Mei)).GetStringAsync(Page);
        Assert.Contains("Jonas Weber", page);
        Assert.DoesNotContain("jonas@harbour.example", page);
    }

    private async Task<string> Upload(string list)
    {
        var amara = await school.SignIn(Cast.Amara);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(list)), "file", "people.csv" } };
        form.Add(new StringContent(await amara.TokenOf(Page)), "__RequestVerificationToken");
        return await (await amara.PostAsync($"{Page}?handler=Preview", form)).Content.ReadAsStringAsync();
    }

    private async Task Post(string handler, Dictionary<string, string> fields) =>
        Assert.Equal(HttpStatusCode.Redirect, (await Send(handler, fields)).StatusCode);

    private async Task<HttpResponseMessage> Send(string handler, Dictionary<string, string> fields) =>
        await (await school.SignIn(Cast.Amara)).PostForm(Page, fields, $"{Page}?handler={handler}");
}
