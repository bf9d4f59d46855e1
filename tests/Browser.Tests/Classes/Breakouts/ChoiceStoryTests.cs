using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes.Breakouts;

public sealed class ChoiceStoryTests(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    private static readonly LocatorAssertionsToHaveTextOptions Soon = new() { Timeout = 60_000 };
    private static readonly LocatorAssertionsToBeVisibleOptions Seen = new() { Timeout = 60_000 };

    [Fact]
    public async Task Students_choose_a_room_on_the_phone_and_whoever_comes_late_finds_the_way()
    {
        await school.Write(async db => (await db.People.AsTracking().SingleAsync(person => person.Email == Cast.EmailOf(Cast.Samir))).Describe("Samir Haddad", "Europe/Oslo", "ar"));
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await amara.IsLive();
        await amara.Keyboard.PressAsync("r");
        await amara.GetByRole(AriaRole.Button, new() { Name = "They choose" }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "One room more" }).ClickAsync();
        await amara.GetByLabel("For how long").SelectOptionAsync("15");
        await amara.GetByLabel("Name of room 2").FillAsync("Heights");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Open 3 rooms" }).ClickAsync();

        var mei = await school.Open(Cast.Mei, At(classId, "/room"));
        await mei.SetViewportSizeAsync(390, 844);
        await mei.GetByRole(AriaRole.Button, new() { Name = "Show the rooms" }).ClickAsync();
        await mei.SaveScreens("breakouts-choice");
        await mei.AssertAccessible();
        await mei.GetByRole(AriaRole.Button, new() { Name = "Go to Heights" }).ClickAsync();
        await Expect(mei.Locator(".room-titles h1")).ToHaveTextAsync("Heights", Soon);
        await mei.AssertAccessible();
        await mei.ReloadAsync();
        await Expect(mei.Locator(".room-titles h1")).ToHaveTextAsync("Heights", Soon);

        var samir = await school.Open(Cast.Samir, At(classId, "/room"));
        await samir.Locator(".room-bar[data-is=breakout] button").ClickAsync();
        await samir.Locator(".breakout-rooms > li:nth-child(2) button").ClickAsync();
        await Expect(samir.Locator(".room-titles h1")).ToHaveTextAsync("Heights", Soon);
        await samir.SaveScreens("breakouts-arabic");

        await amara.GetByRole(AriaRole.Button, new() { Name = "Samir Haddad" }).ClickAsync();
        await amara.Keyboard.PressAsync("3");
        await Expect(samir.Locator(".room-titles h1")).ToHaveTextAsync("Room 3", Soon);
        await Expect(amara.Locator(".breakout-rooms > li:nth-child(3)").GetByText("Samir Haddad")).ToBeVisibleAsync(Seen);
        await amara.AssertAccessible();
        await mei.GetByRole(AriaRole.Button, new() { Name = "Back to the class" }).First.ClickAsync();
        await Expect(mei.Locator(".room-titles h1")).ToHaveTextAsync("Sampling distributions", Soon);
        await school.Until(classId, state => state.PlaceOf(school.People[Cast.Mei]) is null && state.PlaceOf(school.People[Cast.Samir]) == 3);
    }
}
