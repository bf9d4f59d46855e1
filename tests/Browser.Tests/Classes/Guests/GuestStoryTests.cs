using Lyceum.Browser.Tests.Classes.Breakouts;
using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes.Guests;

public sealed class GuestStoryTests(LiveClassroomFixture school) : IClassFixture<LiveClassroomFixture>
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_guest_comes_by_their_link_talks_and_is_out_when_it_is_withdrawn()
    {
        var classId = await school.AddClass(startsIn: 9);
        var amara = await school.Open(Cast.Amara, At(classId, "/guests"));
        var link = await Invite(amara, "Ada Byron");
        await Expect(amara.GetByRole(AriaRole.Button, new() { Name = "Copy" })).ToBeVisibleAsync();
        await amara.AssertAccessible();
        await amara.SaveScreens("guests");

        var ada = await school.Come(null, link, new() { ViewportSize = new() { Width = 1440, Height = 900 }, TimezoneId = "Asia/Tokyo" });
        await Expect(ada.GetByRole(AriaRole.Heading, new() { Name = "Sampling distributions" })).ToBeVisibleAsync();
        await Expect(ada.GetByText("Wednesday 25 November")).ToBeVisibleAsync();
        await Expect(ada.GetByText("in your own time, Asia/Tokyo")).ToBeVisibleAsync();
        await ada.AssertAccessible();
        await ada.SaveScreens("guest-arrives");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Join class" }).ClickAsync();
        await ada.IsConnected();
        await Expect(ada.GetByRole(AriaRole.Tab, new() { Name = "Notes" })).ToHaveCountAsync(0);
        await ada.Write("Good evening from outside");

        await Start(amara, classId);
        await Expect(amara.Line("Good evening from outside")).ToBeVisibleAsync(Patiently);
        await amara.Tab("People");
        await Expect(amara.Locator(".room-person", new() { HasText = "Ada Byron" })).ToContainTextAsync("Guest");
        await ada.IsLive();
        await ada.SeesSlide(1);
        await ada.Unmute();
        await amara.Hears(1);
        await ada.AssertAccessible();
        await ada.SaveScreens("room-guest");

        var desk = await school.Open(Cast.Amara, At(classId, "/guests"));
        await desk.GetByRole(AriaRole.Button, new() { Name = "Withdraw the link of Ada Byron" }).ClickAsync();
        await Expect(desk.GetByText("withdrawn", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(ada.GetByText("This invitation was withdrawn.")).ToBeVisibleAsync(Patiently);
        await school.Until(classId, state => !state.People.Values.Any(one => one is { Role: ClassRole.Guest, Connections.Length: > 0 }));
        await amara.Hears(0);
        await Expect(ada.GetByRole(AriaRole.Button, new() { Name = "Unmute" })).ToBeDisabledAsync();
        await Expect(ada.Locator(".room-composer")).ToHaveCountAsync(0);
        await Expect(ada.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Raise hand|React|Reply|Remove)") })).ToHaveCountAsync(0);
        await Expect(amara.Locator(".room-person", new() { HasText = "Ada Byron" })).ToHaveCountAsync(0);
        await ada.AssertAccessible();
        await ada.SaveScreens("room-guest-withdrawn");
        await ada.GotoAsync(new Uri(school.Address, link).ToString());
        await Expect(ada.GetByRole(AriaRole.Heading, new() { Name = "This link opens nothing" })).ToBeVisibleAsync();
        await ada.AssertAccessible();
        await ada.SaveScreens("guest-no-link");
    }

    [Fact]
    public async Task A_link_that_is_passed_on_is_noticed_and_the_second_browser_knocks()
    {
        var classId = await school.AddClass(startsIn: 9);
        var amara = await school.Open(Cast.Amara, At(classId, "/guests"));
        var link = await Invite(amara, "Grace Murray");
        await Start(amara, classId);
        var first = await school.Open(null, link);
        await first.GetByRole(AriaRole.Button, new() { Name = "Join class" }).ClickAsync();
        await first.IsLive();

        var second = await school.Open(null, link, LiveClassroomFixture.Phone);
        await second.AssertAccessible();
        await second.GetByRole(AriaRole.Button, new() { Name = "Join class" }).ClickAsync();
        await Expect(second.GetByText("The host lets people in.")).ToBeVisibleAsync(Patiently);
        await amara.Tab("People");
        await Expect(amara.GetByText("The link of Grace Murray is used on two devices.").First).ToBeVisibleAsync(Patiently);
        await Expect(amara.GetByText("The second one waits at the door.")).ToBeVisibleAsync(Patiently);
        await amara.AssertAccessible();
        await amara.SaveScreens("room-link-used-twice");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Let in the second device of Grace Murray" }).ClickAsync();
        await second.IsLive();
        await Expect(amara.GetByText("Both are in the class.")).ToBeVisibleAsync(Patiently);
        await second.AssertControlsReachable();
        await second.Write("On the phone now");
        await Expect(first.Line("On the phone now")).ToBeVisibleAsync(Patiently);

        await amara.Locator(".room-shared").GetByRole(AriaRole.Button, new() { Name = "Remove Grace Murray from the class" }).ClickAsync();
        await Expect(second.GetByText("You were removed from this class.")).ToBeVisibleAsync(Patiently);
        await school.Until(classId, state => state.People.Values.Count(one => one is { Role: ClassRole.Guest, Connections.Length: > 0 }) == 1);
        await first.IsLive();
    }

    private static async Task<string> Invite(IPage amara, string name)
    {
        await amara.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await amara.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        return new Uri(await amara.GetByRole(AriaRole.Textbox, new() { Name = $"The link of {name}" }).InputValueAsync()).AbsolutePath;
    }

    private async Task Start(IPage amara, Guid classId)
    {
        await amara.GotoAsync(new Uri(school.Address, At(classId, "/room")).ToString());
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await amara.IsLive();
    }
}
