using System.Net;
using System.Text;

namespace Lyceum.Web.Tests.Hosting;

public sealed class BodyLimitTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private const string People = "/courses/statistics/people";

    [Fact]
    public async Task A_file_over_the_limit_of_its_page_is_answered_with_a_sentence()
    {
        var amara = await school.SignIn(Cast.Amara);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await amara.TokenOf(People)), "__RequestVerificationToken" },
            { new ByteArrayContent(new byte[3_000_000]), "file", "list.csv" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, People + "?handler=Import") { Content = form };
        request.Headers.Accept.ParseAdd("text/html");
        var answer = await amara.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<h1>Too large</h1>", page);
        Assert.Contains("Nothing of it was saved", page);
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_answered_alike()
    {
        var amara = await school.SignIn(Cast.Amara);
        var token = Encoding.ASCII.GetBytes($"__RequestVerificationToken={Uri.EscapeDataString(await amara.TokenOf(People))}&list=");
        using var request = new HttpRequestMessage(HttpMethod.Post, People + "?handler=Import") { Content = new StreamContent(new MemoryStream([.. token, .. new byte[3_000_000].Select(_ => (byte)'a')])) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Accept.ParseAdd("text/html");
        var answer = await amara.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("<h1>Too large</h1>", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_field_that_is_too_long_for_a_form_says_so_and_not_that_the_page_is_old()
    {
        var amara = await school.SignIn(Cast.Amara);
        var answer = await amara.PostForm("/courses/statistics/settings", new() { ["Description"] = new string('a', 5_000_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("<h1>Too large</h1>", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_script_gets_the_sentence_and_the_limit_before_it_has_sent_anything()
    {
        var amara = await school.SignIn(Cast.Amara);
        using var request = new HttpRequestMessage(HttpMethod.Post, People + "?handler=Import") { Content = new ByteArrayContent(new byte[3_000_000]) };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.ExpectContinue = true;
        var answer = await amara.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("At most 2 MB can be sent at once.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_before_anything_is_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, People + "?handler=Import") { Content = new ByteArrayContent(new byte[10]) };
        Assert.Equal(HttpStatusCode.Unauthorized, (await school.Visitor().SendAsync(request)).StatusCode);
    }
}
