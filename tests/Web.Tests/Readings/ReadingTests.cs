using System.Net;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Readings;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Readings;

public sealed class ReadingTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private async Task<string> Add(string markdown)
    {
        var activity = await school.AddActivity(ActivityKind.Reading, "Why averages settle down");
        var reading = Reading.For(activity);
        reading.Write(RichText.Markdown(markdown));
        await school.Write(db => { db.Readings.Add(reading); });
        return $"/courses/statistics/readings/{activity.Id}";
    }

    [Fact]
    public async Task What_is_typed_is_shown_with_math_and_headings_and_never_runs()
    {
        var url = await Add("""
            ## Why the square root

            It is $\sigma/\sqrt n$. <script>alert(1)</script> [click](javascript:alert(1)) [so](java	script:alert(1)) ![x](data:text/html,x)

            <img src=x onerror=alert(1)>

            ## The price
            """);
        var html = await (await school.SignIn(Cast.Mei)).GetStringAsync(url);
        Assert.Contains("class=\"math\"", html);
        Assert.Contains("href=\"#why-the-square-root\"", html);
        Assert.DoesNotContain("<script>alert", html);
        Assert.DoesNotContain("<img src=x", html);
        Assert.DoesNotContain("javascript:", html);
        Assert.DoesNotContain("data:text/html", html);
    }

    [Fact]
    public async Task A_student_marks_it_read_and_takes_it_back_and_an_instructor_leaves_no_trace()
    {
        var url = await Add("Words.");
        var id = Guid.Parse(url.Split('/')[^1]);
        var mei = await school.SignIn(Cast.Mei);
        Assert.Equal(HttpStatusCode.Redirect, (await mei.PostForm(url, [], url + "?handler=Read")).StatusCode);
        Assert.Contains("Not read after all", await mei.GetStringAsync(url));
        await mei.PostForm(url, [], url + "?handler=Unread");
        Assert.Contains("Mark as read", await mei.GetStringAsync(url));

        await (await school.SignIn(Cast.Amara)).PostForm(url, [], url + "?handler=Read");
        Assert.Equal([school.People[Cast.Mei]], await school.Read(db => db.Progress.Where(row => row.ActivityId == id).Select(row => row.PersonId).ToListAsync()));
    }

    [Fact]
    public async Task An_instructor_previews_saves_attaches_and_takes_away()
    {
        var url = await Add("Old.");
        var amara = await school.SignIn(Cast.Amara);
        var preview = await amara.PostForm(url + "/edit", new() { ["Text"] = "**New**", ["Format"] = "Markdown" }, url + "/edit?handler=Preview");
        Assert.Contains("<strong>New</strong>", await preview.Content.ReadAsStringAsync());
        Assert.DoesNotContain("New", await amara.GetStringAsync(url));

        await amara.PostForm(url + "/edit", new() { ["Text"] = "**New**", ["Format"] = "Markdown" });
        Assert.Contains("<strong>New</strong>", await amara.GetStringAsync(url));

        using var upload = new MultipartFormDataContent
        {
            { new StringContent(await amara.TokenOf(url)), "__RequestVerificationToken" },
            { new ByteArrayContent("a,b"u8.ToArray()), "upload", "../../data.csv" },
        };
        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostAsync(url + "/edit?handler=Attach", upload)).StatusCode);
        Assert.Contains("data.csv", await (await school.SignIn(Cast.Mei)).GetStringAsync(url));
    }
}
