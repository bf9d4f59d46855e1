using System.Net;
using System.Text.RegularExpressions;
using Lyceum.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Accounts;

public sealed partial class PasswordTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private const string New = "green kettle on the pier";

    private async Task<Uri> MailedLink(string who)
    {
        var visitor = school.Visitor();
        var sent = await visitor.PostForm("/signin/forgotten", new() { ["Email"] = Cast.EmailOf(who) });
        Assert.Contains("If the school knows this address", await sent.Content.ReadAsStringAsync());
        var mail = await school.Read(db => db.Mails.Where(one => one.To == Cast.EmailOf(who)).OrderByDescending(one => one.CreatedAt).FirstAsync());
        return new Uri(Link().Match(mail.Body).Value);
    }

    private static Dictionary<string, string> Fields(Uri link, string password)
    {
        var query = System.Web.HttpUtility.ParseQueryString(link.Query);
        return new() { ["Who"] = query["who"]!, ["Token"] = query["token"]!, ["Password"] = password };
    }

    [Fact]
    public async Task A_mailed_link_sets_a_password_once_and_ends_every_other_session()
    {
        var elsewhere = await school.SignInAnew(Cast.Noah);
        var link = await MailedLink(Cast.Noah);
        var browser = school.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostForm(link.PathAndQuery, Fields(link, New), "/account/password")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await school.Visitor().PostForm(link.PathAndQuery, Fields(link, "another set of words"), "/account/password")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await school.Visitor().PostForm("/signin", new() { ["Email"] = Cast.EmailOf(Cast.Noah), ["Password"] = New })).StatusCode);
    }

    [Fact]
    public async Task Nobody_learns_from_the_page_whether_an_address_is_known()
    {
        var known = await (await school.Visitor().PostForm("/signin/forgotten", new() { ["Email"] = Cast.EmailOf(Cast.Arjun) })).Content.ReadAsStringAsync();
        var unknown = await (await school.Visitor().PostForm("/signin/forgotten", new() { ["Email"] = "nobody@harbour.example" })).Content.ReadAsStringAsync();
        Assert.Equal(Token().Replace(known, ""), Token().Replace(unknown, ""));
    }

    [Fact]
    public async Task Short_and_common_passwords_are_refused_in_words()
    {
        var link = await MailedLink(Cast.Samir);
        var browser = school.Visitor();
        Assert.Contains("at least 12 characters", await (await browser.PostForm(link.PathAndQuery, Fields(link, "short"), "/account/password")).Content.ReadAsStringAsync());
        Assert.Contains("lists that are tried first", await (await browser.PostForm(link.PathAndQuery, Fields(link, "Password123456!"), "/account/password")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_for_a_while_and_a_set_password_opens_it()
    {
        var browser = school.Visitor();
        for (var i = 0; i < 10; i++) await browser.PostForm("/signin", new() { ["Email"] = Cast.EmailOf(Cast.Hana), ["Password"] = $"wrong guess {i}" });
        var locked = await browser.PostForm("/signin", new() { ["Email"] = Cast.EmailOf(Cast.Hana), ["Password"] = Cast.Password });
        Assert.Contains("Too many wrong passwords", await locked.Content.ReadAsStringAsync());
        var link = await MailedLink(Cast.Hana);
        Assert.Equal(HttpStatusCode.Redirect, (await school.Visitor().PostForm(link.PathAndQuery, Fields(link, New), "/account/password")).StatusCode);
    }

    [Theory]
    [InlineData("passwordpassword", true)]
    [InlineData("aaaaaaaaaaaaaa", true)]
    [InlineData("123456789012", true)]
    [InlineData("qwertyuiopas", true)]
    [InlineData("mei@harbour.example", true)]
    [InlineData("green kettle on the pier", false)]
    [InlineData("correct horse battery", false)]
    public void The_list_knows_what_is_tried_first(string password, bool isCommon) => Assert.Equal(isCommon, CommonPasswords.IsCommon(password, "mei@harbour.example"));

    [GeneratedRegex("https?://\\S+")]
    private static partial Regex Link();

    [GeneratedRegex("content=\"CfDJ[^\"]+\"|value=\"CfDJ[^\"]+\"")]
    private static partial Regex Token();
}
