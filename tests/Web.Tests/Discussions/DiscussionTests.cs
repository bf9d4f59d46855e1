using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Discussions;

public sealed partial class DiscussionTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private async Task<string> Ask(string who, string title)
    {
        var answer = await (await school.SignIn(who)).PostForm("/courses/statistics/discussions", new() { ["Heading"] = title, ["Body"] = "Every book says *thirty*." });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private Task<HttpResponseMessage> Post(HttpClient client, string thread, string handler, params (string Name, string Value)[] fields) =>
        client.PostForm(thread, fields.ToDictionary(field => field.Name, field => field.Value), $"{thread}?handler={handler}");

    [Fact]
    public async Task Files_stand_with_a_post_for_the_course_alone_and_go_with_it()
    {
        var thread = await Ask(Cast.Mei, "Where do the tails begin?");
        var lucia = await school.SignIn(Cast.Lucia);
        using var reply = new MultipartFormDataContent
        {
            { new StringContent(await lucia.TokenOf(thread)), "__RequestVerificationToken" },
            { new StringContent("I ran 2,000 samples."), "Body" },
            { new ByteArrayContent("{}"u8.ToArray()), "files", "../tails.ipynb" },
        };
        var posted = await lucia.PostAsync(thread + "?handler=Reply", reply);
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var page = await (await school.SignIn(Cast.Jonas)).GetStringAsync(thread);
        var file = Regex.Match(page, "href=\"(/files/[^\"]+/tails.ipynb)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, (await (await school.SignIn(Cast.Jonas)).GetAsync(file)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Leo)).GetAsync(file)).StatusCode);

        var id = posted.Headers.Location!.ToString().Split("#post-")[1];
        await Post(lucia, thread, "Remove", ("post", id));
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Jonas)).GetAsync(file)).StatusCode);
    }

    [Fact]
    public async Task Six_files_are_too_many_for_a_post_and_nothing_is_sent()
    {
        var thread = await Ask(Cast.Mei, "How many files?");
        var lucia = await school.SignIn(Cast.Lucia);
        using var reply = new MultipartFormDataContent { { new StringContent(await lucia.TokenOf(thread)), "__RequestVerificationToken" }, { new StringContent("These."), "Body" } };
        for (var i = 0; i < 6; i++) reply.Add(new ByteArrayContent([1]), "files", $"{i}.bin");
        var answer = await lucia.PostAsync(thread + "?handler=Reply", reply);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("At most 5 files stand with a post.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_reply_reaches_who_follows_in_the_bell_and_by_mail_and_one_click_stops_the_letters()
    {
        var thread = await Ask(Cast.Mei, "Is n = 30 a rule or a habit?");
        var lucia = await school.SignIn(Cast.Lucia);
        await Post(lucia, thread, "Reply", ("Body", "A habit."));
        var mail = await school.Read(db => db.Mails.SingleAsync(one => one.To == Cast.EmailOf(Cast.Mei) && one.Subject.Contains("rule or a habit")));
        Assert.Contains("A habit.", mail.Body);
        Assert.Equal(1, await school.Read(db => db.Notifications.CountAsync(one => one.PersonId == school.People[Cast.Mei] && one.Link.StartsWith(thread))));

        using var mailProgram = new HttpClient { BaseAddress = school.Address };
        var path = new Uri(mail.Unsubscribe!).PathAndQuery;
        Assert.Equal(HttpStatusCode.OK, (await mailProgram.PostAsync(path, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))).StatusCode);
        await Post(lucia, thread, "Reply", ("Body", "Look at your data."));
        Assert.Equal(1, await school.Read(db => db.Mails.CountAsync(one => one.To == Cast.EmailOf(Cast.Mei) && one.Subject.Contains("rule or a habit"))));
        Assert.Equal(2, await school.Read(db => db.Notifications.CountAsync(one => one.PersonId == school.People[Cast.Mei] && one.Link.StartsWith(thread))));
    }

    [Fact]
    public async Task What_is_new_is_marked_until_it_is_read()
    {
        var thread = await Ask(Cast.Jonas, "Why the square root?");
        var mei = await school.SignIn(Cast.Mei);
        Assert.Contains(">new<", await mei.GetStringAsync(thread));
        Assert.DoesNotContain(">new<", await mei.GetStringAsync(thread));
        school.Clock.AdvanceSeconds(1);
        await Post(await school.SignIn(Cast.Samir), thread, "Reply", ("Body", "Because variances add."));
        Assert.Contains(">new<", await mei.GetStringAsync(thread));
    }

    [Fact]
    public async Task Who_asked_accepts_an_answer_others_thank_for_it_and_only_a_moderator_removes_it()
    {
        var thread = await Ask(Cast.Mei, "Is the sample mean always unbiased?");
        await Post(await school.SignIn(Cast.Lucia), thread, "Reply", ("Body", "Always."));
        var id = Guid.Parse(thread.Split('/')[^1]);
        var answer = await school.Read(db => db.Posts.SingleAsync(post => post.ThreadId == id && post.Body == "Always."));
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(await school.SignIn(Cast.Jonas), thread, "Accept", ("post", $"{answer.Id}"))).StatusCode);
        await Post(await school.SignIn(Cast.Mei), thread, "Accept", ("post", $"{answer.Id}"));
        Assert.Contains("Accepted answer", await (await school.SignIn(Cast.Jonas)).GetStringAsync(thread));
        await Post(await school.SignIn(Cast.Jonas), thread, "Thank", ("post", $"{answer.Id}"));
        Assert.Equal(1, await school.Read(db => db.HelpfulPosts.CountAsync(one => one.PostId == answer.Id)));

        Assert.Equal(HttpStatusCode.NotFound, (await Post(await school.SignIn(Cast.Jonas), thread, "Remove", ("post", $"{answer.Id}"))).StatusCode);
        await Post(await school.SignIn(Cast.Elif), thread, "Remove", ("post", $"{answer.Id}"));
        var html = await (await school.SignIn(Cast.Mei)).GetStringAsync(thread);
        Assert.Contains("This post was removed.", html);
        Assert.DoesNotContain("Always.", Tags().Replace(html, ""));
    }

    [GeneratedRegex("<title>.*?</title>|<h1>.*?</h1>", RegexOptions.Singleline)]
    private static partial Regex Tags();
}
