using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

/// <summary>What people do in the room, by the names that they read there.</summary>
public static class Classroom
{
    public static async Task Tab(this IPage room, string name) => await room.GetByRole(AriaRole.Tab, new() { NameRegex = new($"^{name}") }).ClickAsync();

    public static async Task Write(this IPage room, string text)
    {
        await room.Tab("Chat");
        await room.GetByLabel("Write to the class").FillAsync(text);
        await room.Keyboard.PressAsync("Enter");
    }

    public static async Task Ask(this IPage room, string text)
    {
        await room.Tab("Questions");
        await room.GetByLabel("Ask a question").FillAsync(text);
        await room.Keyboard.PressAsync("Enter");
    }

    public static ILocator Line(this IPage room, string text) => room.Locator(".room-line:not([data-pending])", new() { HasText = text });

    public static async Task SeesSlide(this IPage room, int slide) => await Expect(room.Locator(".room-stage room-slide")).ToHaveAttributeAsync("data-drawn", $"{slide}");

    public static async Task IsLive(this IPage room) => await Expect(room.Locator(".room-pill[data-live]")).ToBeVisibleAsync();

    /// <summary>The way out is whole on the screen, and no control lies under something else.</summary>
    public static async Task AssertControlsReachable(this IPage room) => Assert.Equal("", await room.EvaluateAsync<string>(
        """
        () => {
          const onScreen = ({ left, right }) => left >= -0.5 && right <= innerWidth + 0.5;
          const buttons = [...document.querySelectorAll('.room-controls button')].filter(one => one.offsetParent !== null);
          const name = one => one.getAttribute('aria-label') ?? one.textContent.trim();
          const beyond = buttons.filter(one => one.dataset.is === 'leave' && !onScreen(one.getBoundingClientRect())).map(one => name(one) + ' is cut off');
          const covered = buttons.filter(one => {
            const box = one.getBoundingClientRect();
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return onScreen(box) && top !== null && !top.closest('.room-controls');
          }).map(one => name(one) + ' is covered');
          const panel = document.querySelector('.room-panel').getBoundingClientRect();
          const over = buttons.map(one => [one, one.getBoundingClientRect()]).filter(([, box]) => box.top < panel.bottom - 1 && box.bottom > panel.top + 1 && box.right > panel.left + 1 && box.left < panel.right - 1)
            .map(([one]) => name(one) + ' lies over the panel');
          return [...beyond, ...covered, ...over].join(', ');
        }
        """));

    public static async Task Arrange(this IPage room, string layout)
    {
        await room.GetByRole(AriaRole.Button, new() { Name = "Layout and line" }).ClickAsync();
        await room.GetByRole(AriaRole.Menuitemradio, new() { Name = layout, Exact = true }).ClickAsync();
    }

    public static async Task IsConnected(this IPage room) => await Expect(room.Locator(".room-head")).ToContainTextAsync("Connected");

    /// <summary>The picture there moves on: several frames of it were put on the screen. (The count in getVideoPlaybackQuality may stand still while they are.)</summary>
    public static async Task Plays(this IPage room, string selector) => await room.WaitForFunctionAsync(
        """
        selector => {
          const video = document.querySelector(selector);
          if (!video) return false;
          if (video.drawn === undefined) {
            video.drawn = 0;
            const next = () => { video.drawn++; video.requestVideoFrameCallback(next); };
            video.requestVideoFrameCallback(next);
          }
          return video.videoWidth > 0 && video.drawn > 3;
        }
        """,
        selector, new() { Timeout = 60_000, PollingInterval = 200 });

    /// <summary>So many voices reach this device.</summary>
    public static async Task Hears(this IPage room, int voices) => await room.WaitForFunctionAsync(
        "n => [...document.querySelectorAll('audio[data-voice]')].filter(a => !a.paused && a.currentTime > 0.2).length === n", voices, new() { Timeout = 60_000, PollingInterval = 200 });
}
