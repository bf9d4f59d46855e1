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
    public async Task A_guest_comes_by_their_link_talks_and_is_noticed_when_it_is_passed_on()
    {
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/guests"));
        await amara.GetByLabel("Name").FillAsync("Ada Byron");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var field = amara.GetByRole(AriaRole.Textbox, new() { Name = "The link of Ada Byron" });
        var link = new Uri(await field.InputValueAsync()).AbsolutePath;
        await Expect(amara.GetByRole(AriaRole.Button, new() { Name = "Copy" })).ToBeVisibleAsync();
        await amara.AssertAccessible();
        await amara.SaveScreens("guests");

        var ada = await school.Open(null, link, new() { ViewportSize = new() { Width = 1440, Height = 900 }, TimezoneId = "Asia/Tokyo" });
        await Expect(ada.GetByText("in your own time, Asia/Tokyo")).ToBeVisibleAsync();
        await ada.AssertAccessible();
        await ada.SaveScreens("guest-arrives");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Join class" }).ClickAsync();
        await ada.IsConnected();
        await Expect(ada.GetByRole(AriaRole.Tab, new() { Name = "Notes" })).ToHaveCountAsync(0);
        await ada.Write("Good evening from outside");

        await amara.GotoAsync(new Uri(school.Address, At(classId, "/room")).ToString());
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await Expect(amara.Line("Good evening from outside")).ToBeVisibleAsync(Patiently);
        await ada.IsLive();
        await ada.SeesSlide(1);

        var elsewhere = await school.Open(null, link);
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "Join class" }).ClickAsync();
        await Expect(elsewhere.GetByText("The host lets people in.")).ToBeVisibleAsync(Patiently);
        await amara.Tab("People");
        await Expect(amara.GetByText("The link of Ada Byron is used on two devices.").First).ToBeVisibleAsync(Patiently);
        await Expect(amara.GetByText("The second one waits at the door.")).ToBeVisibleAsync(Patiently);
        await amara.AssertAccessible();
        await amara.SaveScreens("room-link-used-twice");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Let in the second device of Ada Byron" }).ClickAsync();
        await elsewhere.IsLive();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Remove Ada Byron from the class" }).First.ClickAsync();
        await Expect(elsewhere.GetByText("You were removed from this class.")).ToBeVisibleAsync(Patiently);

        await ada.SaveScreens("room-guest");
        await school.Until(classId, state => state.SharedLinks.Length == 1 && state.People.Values.Count(one => one is { Role: ClassRole.Guest, Connections.Length: > 0 }) == 1);
    }
}
