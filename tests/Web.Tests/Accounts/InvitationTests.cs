using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Accounts;

public sealed partial class InvitationTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private const string People = "/courses/statistics/people";
    private const string Words = "green kettle on the pier";

    private async Task<Uri> Invite(string name, string email)
    {
        var invited = await (await school.SignIn(Cast.Amara)).PostForm(People, new() { ["name"] = name, ["email"] = email, ["role"] = "student" }, People + "?handler=Invite");
        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        return await LetterTo(email);
    }

    private async Task<Uri> LetterTo(string email)
    {
        var mail = await school.Read(db => db.Mails.Where(one => one.To == email).OrderByDescending(one => one.CreatedAt).FirstAsync());
        return new Uri(Link().Match(mail.Body).Value);
    }

    private static Dictionary<string, string> Fields(Uri link, string password = Words) => new() { ["Token"] = System.Web.HttpUtility.ParseQueryString(link.Query)["token"]!, ["Password"] = password };

    private async Task<Guid> IdOf(string email) => await school.Read(db => db.People.Where(person => person.Email == email).Select(person => person.Id).SingleAsync());

    [Fact]
    public async Task The_letter_leads_to_a_page_that_welcomes_by_name_sets_the_password_and_signs_in_once()
    {
        var link = await Invite("Ada Nilsen", "ada@harbour.example");
        var ada = school.Visitor();
        var page = await ada.GetStringAsync(link.PathAndQuery);
        Assert.Contains("Welcome to Harbour School, Ada Nilsen", page);
        Assert.Contains("You have a place in Introduction to Statistics.", page);

        Assert.Contains("at least 12 characters", await (await ada.PostForm(link.PathAndQuery, Fields(link, "short"))).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await ada.PostForm(link.PathAndQuery, Fields(link))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync("/courses/statistics")).StatusCode);

        var other = school.Visitor();
        Assert.Equal(HttpStatusCode.Gone, (await other.GetAsync(link.PathAndQuery)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await other.PostForm("/signin", Fields(link, "another set of words"), link.PathAndQuery)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.PostForm("/signin", new() { ["Email"] = "ada@harbour.example", ["Password"] = Words })).StatusCode);
    }

    [Fact]
    public async Task After_two_weeks_it_opens_nothing_and_who_teaches_sends_another()
    {
        var link = await Invite("Bo Lund", "bo@harbour.example");
        var amara = await school.SignIn(Cast.Amara);
        Dictionary<string, string> bo = new() { ["person"] = $"{await IdOf("bo@harbour.example")}" };
        Assert.Contains("invited, not here yet", await amara.GetStringAsync(People));
        var tooSoon = await amara.PostForm(People, bo, People + "?handler=InviteAgain");
        Assert.Contains("A letter went out to them a moment ago.", await tooSoon.Content.ReadAsStringAsync());

        school.Clock.AdvanceDays(15);
        Assert.Equal(HttpStatusCode.Gone, (await school.Visitor().GetAsync(link.PathAndQuery)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostForm(People, bo, People + "?handler=InviteAgain")).StatusCode);
        var again = await LetterTo("bo@harbour.example");
        Assert.NotEqual(link, again);
        Assert.Equal(HttpStatusCode.Redirect, (await school.Visitor().PostForm(again.PathAndQuery, Fields(again))).StatusCode);
        school.Clock.AdvanceMinutes(5);
        Assert.Contains("need no invitation", await (await amara.PostForm(People, bo, People + "?handler=InviteAgain")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Whoever_is_given_a_second_place_before_they_came_gets_the_link_again_and_others_do_not()
    {
        await Invite("Cai Berg", "cai@harbour.example");
        var ingrid = await school.SignIn(Cast.IngridDahl);
        const string writing = "/courses/writing/people";
        foreach (var email in new[] { "cai@harbour.example", Cast.EmailOf(Cast.Mei) })
            await ingrid.PostForm(writing, new() { ["name"] = "", ["email"] = email, ["role"] = "student" }, writing + "?handler=Invite");
        Assert.Contains("/account/invitation", (await LetterTo("cai@harbour.example")).PathAndQuery);
        Assert.DoesNotContain("/account/invitation", (await school.Read(db => db.Mails.SingleAsync(mail => mail.To == Cast.EmailOf(Cast.Mei)))).Body);
    }

    [Fact]
    public async Task Staff_add_a_person_who_gets_such_a_letter_and_may_send_it_again()
    {
        var ruth = await school.SignIn(Cast.Ruth);
        await ruth.PostForm("/school", new() { ["name"] = "Dag Moe", ["email"] = "dag@harbour.example" }, "/school?handler=Add");
        Assert.Contains("Welcome to Harbour School, Dag Moe", await school.Visitor().GetStringAsync((await LetterTo("dag@harbour.example")).PathAndQuery));
        school.Clock.AdvanceMinutes(5);
        var again = await ruth.PostForm("/school", new() { ["person"] = $"{await IdOf("dag@harbour.example")}" }, "/school?handler=SendAgain");
        Assert.Contains("The invitation goes out again.", await again.Content.ReadAsStringAsync());
        Assert.Equal(2, await school.Read(db => db.Mails.CountAsync(mail => mail.To == "dag@harbour.example")));
    }

    [GeneratedRegex(@"https?://\S+/account/invitation\?\S+")]
    private static partial Regex Link();
}
