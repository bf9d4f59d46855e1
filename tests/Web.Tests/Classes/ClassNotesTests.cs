using System.Net;
using System.Net.Http.Json;
using Lyceum.Web.Features.Classes;

namespace Lyceum.Web.Tests.Classes;

public sealed class ClassNotesTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task A_note_is_kept_once_for_its_author_and_seen_by_nobody_else()
    {
        var at = await Address();
        var id = Guid.NewGuid();
        for (var again = 0; again < 2; again++) Assert.Equal(HttpStatusCode.NoContent, await Write(Cast.Mei, at, new(id, 61_000, "Ask about n = 30")));
        await Write(Cast.Mei, at, new(Guid.NewGuid(), 5_000, "Earlier"));
        Assert.Equal([(5_000, "Earlier"), (61_000, "Ask about n = 30")], (await Read(Cast.Mei, at)).Select(n => (n.OffsetMs, n.Text!)));
        foreach (var other in new[] { Cast.Jonas, Cast.Amara, Cast.Ruth }) Assert.Empty(await Read(other, at));
        Assert.Equal(HttpStatusCode.NotFound, await Write(Cast.Amara, at, new(id, 0, "Not hers to change")));
    }

    [Fact]
    public async Task A_note_without_text_is_taken_away_and_one_that_is_too_long_is_refused()
    {
        var at = await Address();
        var id = Guid.NewGuid();
        await Write(Cast.Mei, at, new(id, 0, "Gone soon"));
        Assert.Equal(HttpStatusCode.BadRequest, await Write(Cast.Mei, at, new(Guid.NewGuid(), 0, new string('x', 2001))));
        Assert.Equal(HttpStatusCode.NoContent, await Write(Cast.Mei, at, new(id, 0, null)));
        Assert.Empty(await Read(Cast.Mei, at));
    }

    private async Task<string> Address() => $"/courses/statistics/classes/{await school.AddClass()}/notes";

    private async Task<WrittenNote[]> Read(string who, string at) => (await (await school.SignIn(who)).GetFromJsonAsync<WrittenNote[]>(at))!;

    private async Task<HttpStatusCode> Write(string who, string at, WrittenNote note)
    {
        var browser = await school.SignIn(who);
        using var request = new HttpRequestMessage(HttpMethod.Post, at) { Content = JsonContent.Create(note) };
        request.Headers.Add("RequestVerificationToken", await browser.TokenOf("/status/404"));
        return (await browser.SendAsync(request)).StatusCode;
    }
}
