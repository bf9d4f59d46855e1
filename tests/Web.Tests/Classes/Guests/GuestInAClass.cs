using System.Net;
using System.Text.RegularExpressions;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Tests.Classes.Guests;

/// <summary>Somebody from outside with a browser and a link.</summary>
public sealed partial class GuestInAClass(SchoolFixture school, Guid classId) : IAsyncDisposable
{
    private readonly TaskCompletionSource<SentRefusal> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HubClient? line;

    public HttpClient Browser { get; } = school.Visitor();
    public string Home => $"/guest/classes/{classId}";
    public Task<SentRefusal> Closed => closed.Task.WaitAsync(TimeSpan.FromSeconds(60));
    public HubClient Line => line ?? throw new InvalidOperationException("Not connected.");

    /// <summary>Invites over the page, and gives the path of the link.</summary>
    public static async Task<string> Invite(SchoolFixture school, Guid classId, string name, string email = "", bool seesReplay = false)
    {
        var page = $"/courses/statistics/classes/{classId}/guests";
        var amara = await school.SignIn(Cast.Amara);
        var answer = await amara.PostForm(page, new() { ["name"] = name, ["email"] = email, ["replay"] = seesReplay ? "true" : "false" }, page + "?handler=Invite");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return LinkIn(await answer.Content.ReadAsStringAsync());
    }

    public static string LinkIn(string html) => Link().Match(html) is { Success: true } found ? found.Value : throw new InvalidOperationException("No link is shown.");

    public static async Task<GuestInAClass> Arrive(SchoolFixture school, Guid classId, string link)
    {
        var guest = new GuestInAClass(school, classId);
        var answer = await guest.Browser.PostForm(link, new() { ["zone"] = "Asia/Tokyo" });
        Assert.Equal(($"{guest.Home}/room", HttpStatusCode.Redirect), (answer.Headers.Location?.ToString(), answer.StatusCode));
        return guest;
    }

    public async Task<SentRefusal?> Join(Guid? another = null)
    {
        line ??= await HubClient.Connect(Browser, school.Address, (target, message) =>
        {
            if (target == "Closed") closed.TrySetResult(System.Text.Json.JsonSerializer.Deserialize<SentRefusal>(message, ClassJson.Options)!);
        }, $"{Home}/line");
        return await line.Call<SentRefusal>("Join", another ?? classId, 0);
    }

    public Task<Receipt> Send(ClassCommand command) => Line.Call<Receipt>("Send", command, Guid.NewGuid().ToString("N"), null)!;

    public async ValueTask DisposeAsync()
    {
        if (line is not null) await line.DisposeAsync();
        Browser.Dispose();
    }

    [GeneratedRegex("/guest/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
