using System.Net;

namespace Lyceum.Web.Tests.Accounts;

public sealed class SignInTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    [Fact]
    public async Task A_wrong_password_is_refused_in_words_and_the_right_one_opens_a_session()
    {
        var client = school.Visitor();
        var wrong = await client.PostForm("/signin", new() { ["Email"] = Cast.EmailOf(Cast.Mei), ["Password"] = "not it at all" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("E-mail or password is not right.", await wrong.Content.ReadAsStringAsync());

        var right = await client.PostForm("/signin?next=/signout", new() { ["Email"] = Cast.EmailOf(Cast.Mei), ["Password"] = Cast.Password, ["Next"] = "/signout" });
        Assert.Equal("/signout", right.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/signout")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_even_for_a_copy_of_its_cookie()
    {
        var client = school.Visitor();
        var signedIn = await client.PostForm("/signin", new() { ["Email"] = Cast.EmailOf(Cast.Jonas), ["Password"] = Cast.Password });
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("lyceum=", StringComparison.Ordinal)).Split(';')[0];
        using var copy = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = school.Address };
        copy.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/signout")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await client.PostForm("/signout", [])).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/signout")).StatusCode);
    }
}
