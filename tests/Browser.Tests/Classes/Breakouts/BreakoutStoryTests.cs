using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes.Breakouts;

public sealed class BreakoutStoryTests(LiveClassroomFixture school) : IClassFixture<LiveClassroomFixture>
{
    private static readonly LocatorAssertionsToBeVisibleOptions Soon = new() { Timeout = 60_000 };
    private static readonly LocatorAssertionsToContainTextOptions SoonSaid = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_host_splits_the_class_visits_calls_back_and_in_the_replay_each_finds_their_own_room()
    {
        var classId = await school.AddClass();
        var amara = await school.Come(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        var mei = await school.Come(Cast.Mei, At(classId, "/room"));
        await mei.IsLive();
        var jonas = await school.Come(Cast.Jonas, At(classId, "/room"));
        await jonas.IsLive();
        await mei.Unmute();
        await jonas.Unmute();
        await amara.Hears(2);

        await amara.GetByRole(AriaRole.Button, new() { Name = "Breakouts" }).ClickAsync();
        var rooms = amara.Locator(".breakout-rooms > li");
        await Expect(rooms).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        await amara.GetByLabel("Name of room 1").FillAsync("Buses");
        await amara.GetByLabel("Name of room 2").FillAsync("Heights");
        await PutInto(amara, "Mei Tanaka", 1);
        await PutInto(amara, "Jonas Weber", 2);
        await amara.SaveScreens("breakouts-draft");
        await amara.AssertAccessible();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Open 2 rooms" }).ClickAsync();

        await Expect(mei.Locator(".room-titles h1")).ToHaveTextAsync("Buses", new() { Timeout = 60_000 });
        await Expect(jonas.Locator(".room-titles h1")).ToHaveTextAsync("Heights", new() { Timeout = 60_000 });
        await school.Until(classId, state => state.Within(1)!.Media.IsOn(school.People[Cast.Mei], MediaSource.Microphone));
        await mei.Hears(0);
        await amara.Hears(0);
        await WriteTo(mei, "Buses", "Only Buses reads this");
        await WriteTo(jonas, "Heights", "Only Heights reads this");
        await Expect(mei.Line("Only Buses reads this")).ToBeVisibleAsync(Soon);
        await Expect(mei.GetByText("Only Heights reads this")).ToHaveCountAsync(0);

        await jonas.GetByRole(AriaRole.Button, new() { Name = "Call for help" }).ClickAsync();
        await Expect(amara.Locator(".breakout-help")).ToBeVisibleAsync(Soon);
        await amara.SaveScreens("breakouts-host");
        await jonas.SaveScreens("breakouts-student");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Visit Heights" }).ClickAsync();
        await amara.Hears(1);
        await amara.Tab("Chat");
        await Expect(amara.Line("Only Heights reads this")).ToBeVisibleAsync(Soon);
        await amara.Tab("Breakouts");
        await amara.GetByLabel("Say something to all rooms").FillAsync("Three minutes to go");
        await amara.Keyboard.PressAsync("Enter");
        await Expect(mei.Locator(".room-bar")).ToContainTextAsync("Three minutes to go", SoonSaid);

        await amara.GetByRole(AriaRole.Button, new() { Name = "Call everybody back" }).ClickAsync();
        await Expect(mei.Locator(".room-bar")).ToContainTextAsync("Back to the class in", SoonSaid);
        await mei.SaveScreens("breakouts-called-back");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Go now" }).ClickAsync();
        await Expect(mei.Locator(".room-titles h1")).ToHaveTextAsync("Sampling distributions", new() { Timeout = 60_000 });
        await school.Until(classId, state => !state.AreBreakoutsOpen());
        await Expect(jonas.Locator(".room-titles h1")).ToHaveTextAsync("Sampling distributions", new() { Timeout = 60_000 });
        await amara.Hears(2);

        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await school.Until(classId, state => state.Within(1)!.Media.Tracks.Length > 0 && state.Within(1)!.Media.Tracks.All(track => track.HasEnded));
        await jonas.GetByRole(AriaRole.Link, new() { Name = "Open the replay" }).ClickAsync();
        await jonas.Locator(".breakout-band").ClickAsync();
        await Expect(jonas.Locator(".room-titles h1")).ToHaveTextAsync("Heights", new() { Timeout = 60_000 });
        await jonas.SaveScreens("breakouts-replay");
        await jonas.Locator(".room-bar").GetByRole(AriaRole.Button, new() { Name = "Back to the class" }).ClickAsync();
        await Expect(jonas.Locator(".room-bar")).ToContainTextAsync("Heights", SoonSaid);
        await Expect(jonas.Locator(".room-bar")).Not.ToContainTextAsync("Buses");
    }

    private static async Task WriteTo(IPage page, string room, string text)
    {
        await page.GetByLabel($"Write to {room}").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    // Picked up, and put by the key of the room.
    private static async Task PutInto(IPage host, string who, int room)
    {
        await host.Locator(".breakout-rooms").GetByRole(AriaRole.Button, new() { Name = who, Exact = true }).FocusAsync();
        await host.Keyboard.PressAsync("Enter");
        await host.Keyboard.PressAsync($"{room}");
        await Expect(host.Locator($".breakout-rooms > li:nth-child({room})").GetByRole(AriaRole.Button, new() { Name = who, Exact = true })).ToBeVisibleAsync();
    }
}

internal static class Speaking
{
    public static Task Unmute(this IPage room) => room.GetByRole(AriaRole.Button, new() { Name = "Unmute" }).ClickAsync();
}
