using Lyceum.Browser.Tests.Classes.Breakouts;
using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes.Devices;

public sealed class SecondDeviceTests(LiveClassroomFixture school) : IClassFixture<LiveClassroomFixture>
{
    [Fact]
    public async Task A_student_goes_on_with_their_phone_and_the_laptop_falls_silent_until_they_come_back_to_it()
    {
        var classId = await school.AddClass(startsIn: 9);
        var amara = await school.Come(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await amara.IsLive();
        await amara.Unmute();
        var laptop = await school.Come(Cast.Mei, At(classId, "/room"));
        await laptop.IsLive();
        await laptop.Unmute();
        await laptop.Hears(1);
        await amara.Hears(1);

        var phone = await school.Come(Cast.Mei, At(classId), LiveClassroomFixture.Phone);
        await Expect(phone.GetByText("You are in the class on another device.")).ToBeVisibleAsync();
        await phone.AssertAccessible();
        await phone.SaveScreens("lobby-other-device");
        await phone.GetByRole(AriaRole.Link, new() { Name = "Join class" }).ClickAsync();
        await phone.IsLive();
        await phone.Hears(1);
        await Expect(phone.Locator(".room-bar")).ToContainTextAsync("and you are muted");
        await FallsSilent(laptop);
        await school.Until(classId, state => !IsHeard(state));
        await amara.Hears(0);
        await phone.AssertControlsReachable();
        await phone.SaveScreens("room-came-over");
        await laptop.SaveScreens("room-moved-away");

        await phone.Locator(".room-bar").GetByRole(AriaRole.Button, new() { Name = "Unmute" }).ClickAsync();
        await amara.Hears(1);
        await amara.Tab("People");
        await Expect(amara.Locator(".room-person", new() { HasText = "Mei Tanaka" })).ToHaveCountAsync(1);
        await laptop.Write("Still reading along here");
        await Expect(phone.Line("Still reading along here")).ToHaveCountAsync(1);

        // The microphone's own button brings everything back, like the one that the bar has for it.
        await laptop.Locator(".room-controls").GetByRole(AriaRole.Button, new() { Name = "Unmute" }).ClickAsync();
        await laptop.Hears(1);
        await FallsSilent(phone);
        await amara.Hears(1);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Use this one" }).ClickAsync();
        await phone.Hears(1);
        await FallsSilent(laptop);

        await phone.CloseAsync();
        await laptop.CloseAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await school.Until(classId, state => state.EndedAt is not null);
        await amara.GotoAsync(new Uri(school.Address, At(classId, "/attendance")).ToString());
        await Expect(amara.GetByRole(AriaRole.Row, new() { NameRegex = new("Mei Tanaka") })).ToHaveCountAsync(1);
    }

    private bool IsHeard(ClassState state) => state.Media.IsOn(school.People[Cast.Mei], MediaSource.Microphone);

    /// <summary>Nothing is heard or sent there any more, and it says so.</summary>
    private static async Task FallsSilent(IPage device)
    {
        await Expect(device.Locator(".room-bar")).ToContainTextAsync("You are heard and seen on another device. This one is silent.");
        await Expect(device.Locator("audio[data-voice]")).ToHaveCountAsync(0);
        await Expect(device.Locator(".room-controls").GetByRole(AriaRole.Button, new() { Name = "Unmute" })).ToBeVisibleAsync();
    }
}
