using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;

namespace Lyceum.Browser.Tests.Classes;

/// <summary>Classes that are heard and seen: Chromium has a microphone and a camera of its own making, and time goes on by itself.</summary>
public class LiveClassroomFixture : ClassroomFixture
{
    protected override IEnumerable<string> Arguments =>
    [
        "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--allow-loopback-in-peer-connection", "--auto-select-desktop-capture-source=Entire screen",
        "--autoplay-policy=no-user-gesture-required", "--disable-gpu", "--disable-quic",
    ];

    protected override void Replace(IServiceCollection services) => services.AddSingleton<NodaTime.IClock>(new RunningClock(Clock));

    private readonly ConcurrentBag<IBrowser> browsers = [];

    /// <summary>
    /// Somebody at the door (null = a visitor), with a camera and a microphone that they let the page use. Everybody has a Chromium of their own,
    /// since of several pages in one only that in front draws its pictures.
    /// </summary>
    public async Task<IPage> Come(string? who, string path, BrowserNewContextOptions? device = null)
    {
        var browser = await Launch();
        browsers.Add(browser);
        device ??= new() { ViewportSize = new() { Width = 1440, Height = 900 } };
        device.Permissions = ["camera", "microphone"];
        return await Open(browser, who, path, device);
    }

    /// <summary>A phone, held upright.</summary>
    public static BrowserNewContextOptions Phone => new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true };

    public override async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers) await browser.CloseAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private sealed class RunningClock(FakeClock from) : NodaTime.IClock
    {
        private readonly Stopwatch running = Stopwatch.StartNew();

        public Instant GetCurrentInstant() => from.GetCurrentInstant() + Duration.FromTimeSpan(running.Elapsed);
    }
}
