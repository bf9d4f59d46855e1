using System.Net;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lyceum.Web.Tests.Hosting;

public sealed class DevPagesTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:8080", true)]
    [InlineData("::1", "[::1]:8080", true)]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1", true)]
    [InlineData("192.0.2.7", "school.example", false)]
    [InlineData("192.0.2.7", "localhost", false)]
    [InlineData("127.0.0.1", "strange.example", false)]
    public void Only_a_browser_on_this_machine_is_let_in(string from, string host, bool isIn)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(from) } };
        context.Request.Host = new HostString(host);
        Assert.Equal(isIn, DevPages.IsOnThisMachine(context));
    }

    [Theory]
    [InlineData("Host", "strange.example")]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    public async Task Everybodys_letters_are_not_shown_to_others(string header, string value)
    {
        foreach (var page in new[] { "/dev/mail", "/dev/parts", "/dev/media", "/dev/media/socket", "/DEV/mail" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await school.Visitor().SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((page, HttpStatusCode.NotFound), (page, answer.StatusCode));
        }
    }
}
