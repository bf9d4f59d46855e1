using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Media;

/// <summary>A Chromium with a camera and a microphone that are made up.</summary>
public sealed class StudioFixture : BrowserFixture
{
    protected override IEnumerable<string> Arguments =>
        ["--allow-loopback-in-peer-connection", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required"];
}

public sealed class DevMediaStory(StudioFixture school) : IClassFixture<StudioFixture>
{
    private const string SeesTheOther = "() => [...document.querySelectorAll('dev-media video')].some(v => v.videoWidth > 0 && v.currentTime > 0)";

    [Fact]
    public async Task Two_windows_of_the_development_page_see_each_other()
    {
        var permissions = new BrowserNewContextOptions { Permissions = ["camera", "microphone"], ViewportSize = new() { Width = 900, Height = 700 } };
        var first = await school.Open(null, "/dev/media", permissions);
        var second = await school.Open(null, "/dev/media", permissions);
        await first.WaitForFunctionAsync(SeesTheOther, null, new() { Timeout = 40_000 });
        await second.WaitForFunctionAsync(SeesTheOther, null, new() { Timeout = 40_000 });
        await first.Context.CloseAsync();
        await second.WaitForFunctionAsync("() => document.querySelectorAll('dev-media video').length === 0", null, new() { Timeout = 20_000 });
    }
}
