using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using NodaTime;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

/// <summary>Nobody touches a mouse here: not the instructor, not the student.</summary>
public sealed class RoomByKeyboardTests(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    [Fact]
    public async Task The_whole_room_is_driven_by_keys()
    {
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        var mei = await school.Open(Cast.Mei, At(classId));
        await Press(mei, mei.GetByRole(AriaRole.Link, new() { Name = "Join class" }));
        await mei.SeesSlide(1);
        await Press(amara, amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }));
        await mei.IsLive();
        school.Clock.Advance(Duration.FromMinutes(3));

        await Keys(amara, "Escape", "ArrowRight");
        await mei.SeesSlide(2);
        await Keys(mei, "Escape", "ArrowRight");
        await Expect(mei.GetByText("You look at slide 3 alone")).ToBeVisibleAsync();
        await Keys(mei, "b");
        await mei.SeesSlide(2);

        await Keys(mei, "h");
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Lower hand" })).ToBeVisibleAsync();
        await Keys(mei, "c");
        await mei.Keyboard.TypeAsync("Hello from the keys");
        await Keys(mei, "Enter", "Escape", "q");
        await Expect(amara.Line("Hello from the keys")).ToHaveCountAsync(1);
        await mei.Keyboard.TypeAsync("Is n = 30 a rule?");
        await Keys(mei, "Enter", "Escape", "l");
        await Expect(mei.Locator("[data-spoken]")).ToContainTextAsync("you are lost at");
        await Keys(mei, "w");
        await Expect(mei.Locator("[data-spoken]")).ToContainTextAsync("Slide 2.");
        await Keys(mei, "p");
        await Expect(mei.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Hands, in order");

        await Keys(amara, "q", "Escape");
        await Press(amara, amara.GetByRole(AriaRole.Button, new() { Name = "Answer now" }));
        await Keys(amara, "Escape", "o");
        await Press(amara, amara.GetByRole(AriaRole.Button, new() { Name = "Open poll" }));
        await Expect(mei.Locator(".room-poll h2")).ToBeFocusedAsync();
        await Keys(mei, "2", "Enter");
        await Expect(amara.Locator(".room-card[data-wide]")).ToContainTextAsync("1 of 1");
        await Press(amara, amara.Locator(".room-card[data-wide]").GetByRole(AriaRole.Button, new() { Name = "Show the result" }));
        await Expect(mei.Locator(".room-film-poll")).ToContainTextAsync("yours");

        await Keys(mei, "?");
        await Expect(mei.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Raise or lower your hand");
        await mei.AssertAccessible();
        await Keys(mei, "Escape");
        await Expect(mei.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Press(mei, mei.GetByRole(AriaRole.Button, new() { Name = "React" }));
        await Keys(mei, "ArrowRight", "Enter");
        await Expect(amara.Locator("room-screen")).ToContainTextAsync("Mei Tanaka");

        await TabTo(mei, mei.GetByRole(AriaRole.Slider));
        await Keys(mei, "Home");
        await Expect(mei.Locator(".room-bar[data-is=behind]")).ToBeVisibleAsync();
        await mei.SeesSlide(1);
        await Keys(mei, "b");
        await mei.IsLive();

        await Press(amara, amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }));
        await Keys(amara, "Enter");
        await Expect(mei.Locator(".room-pill")).ToHaveTextAsync("Replay");
        await Press(mei, mei.GetByRole(AriaRole.Button, new() { Name = "Leave" }));
        await mei.WaitForURLAsync("**/courses/statistics");
    }

    internal static async Task Keys(IPage page, params string[] keys)
    {
        foreach (var key in keys) await page.Keyboard.PressAsync(key);
    }

    internal static async Task Press(IPage page, ILocator target)
    {
        await TabTo(page, target);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>With the tab key alone, wherever the focus is.</summary>
    private static async Task TabTo(IPage page, ILocator target)
    {
        await target.WaitForAsync();
        for (var steps = 0; steps < 80; steps++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The tab key does not reach {target}.");
    }
}

/// <summary>With a microphone and a camera.</summary>
public sealed class VoiceByKeyboardTests(LiveClassroomFixture school) : IClassFixture<LiveClassroomFixture>
{
    [Fact]
    public async Task Somebody_speaks_and_shows_themselves_by_keys_which_the_list_of_keys_names()
    {
        var classId = await school.AddClass();
        var amara = await school.Come(Cast.Amara, At(classId, "/room"));
        await RoomByKeyboardTests.Press(amara, amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }));
        await amara.IsLive();
        await RoomByKeyboardTests.Keys(amara, "Escape", "?");
        await Expect(amara.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Mute or unmute yourself");
        await Expect(amara.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Turn your camera on or off");
        await RoomByKeyboardTests.Keys(amara, "Escape");
        await Expect(amara.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();

        await RoomByKeyboardTests.Keys(amara, "m");
        await Expect(amara.GetByRole(AriaRole.Button, new() { Name = "Mute", Exact = true })).ToBeVisibleAsync();
        await school.Until(classId, state => state.Media.On.Values.Any(on => on.Contains(MediaSource.Microphone)));
        await RoomByKeyboardTests.Keys(amara, "v");
        await school.Until(classId, state => state.Media.On.Values.Any(on => on.Contains(MediaSource.Camera)));
        await RoomByKeyboardTests.Keys(amara, "v", "m");
        await school.Until(classId, state => !state.Media.On.Values.Any(on => on.Any()));
        await Expect(amara.GetByRole(AriaRole.Button, new() { Name = "Unmute" })).ToBeVisibleAsync();
        // A letter is a letter where one writes.
        await RoomByKeyboardTests.Keys(amara, "c", "m", "v");
        await Expect(amara.GetByLabel("Write to the class")).ToHaveValueAsync("mv");
        await Expect(amara.GetByRole(AriaRole.Button, new() { Name = "Unmute" })).ToBeVisibleAsync();
    }
}
