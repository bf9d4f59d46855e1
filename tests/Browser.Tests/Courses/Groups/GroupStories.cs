using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Courses.Groups;

public sealed class GroupStories(BrowserFixture school) : IClassFixture<BrowserFixture>
{
    private const string Home = "/courses/statistics/people/groups";

    [Fact]
    public async Task An_instructor_deals_project_teams_and_mends_them_by_keyboard_by_drag_and_without_script()
    {
        var amara = await school.Open(Cast.Amara, "/courses/statistics/people");
        await amara.GetByRole(AriaRole.Link, new() { Name = "Groups" }).ClickAsync();
        await amara.GetByLabel("What they are called together").FillAsync("Project teams");
        await amara.GetByLabel("How many").FillAsync("3");
        await amara.AssertAccessible();
        await amara.SaveScreens("groups-make");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Make groups" }).ClickAsync();
        await Expect(amara.Locator(".group-place:not(.none)")).ToHaveCountAsync(3);
        await Expect(amara.GetByText("7 of 7 students")).ToBeVisibleAsync();

        await ByKeyboard(amara);
        await ByDrag(amara);
        await amara.GetByLabel("Name of group 3").FillAsync("Harbour tides");
        await amara.Keyboard.PressAsync("Enter");
        await Expect(amara.GetByLabel("Name of group 3")).ToHaveValueAsync("Harbour tides");

        await amara.GetByRole(AriaRole.Button, new() { Name = "Remove Harbour tides" }).ClickAsync();
        await Expect(amara.Locator(".group-place.none .group-chip")).Not.ToHaveCountAsync(0);
        await amara.AssertAccessible();
        await amara.SaveScreens("groups-board");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await Expect(amara.Locator(".group-place:not(.none)")).ToHaveCountAsync(3);
        await WithoutScript(new Uri(amara.Url).AbsolutePath);

        var mei = await school.Open(Cast.Mei, "/courses/statistics/people");
        await Expect(mei.GetByText("Your group in Project teams")).ToBeVisibleAsync();
        await mei.AssertAccessible();
        await mei.SaveScreens("groups-people");
    }

    private static ILocator Place(IPage page, int number) => page.Locator($"[data-place='{number}']");

    private static ILocator Chip(IPage page, string name) => page.Locator($".group-chip[data-name='{name}']");

    // Picked up and put back, then picked up and put into another group, the focus staying with whoever was moved.
    private static async Task ByKeyboard(IPage page)
    {
        var from = await PlaceOf(page, "Mei Tanaka");
        var to = from == 1 ? 2 : 1;
        await Chip(page, "Mei Tanaka").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Place(page, to).GetByRole(AriaRole.Button, new() { Name = $"Put Mei Tanaka into Group {to}" })).ToBeVisibleAsync();
        await page.SaveScreens("groups-picked");
        await page.Keyboard.PressAsync("Escape");
        await Expect(Chip(page, "Mei Tanaka")).ToHaveAttributeAsync("aria-pressed", "false");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync($"{to}");
        await Expect(Place(page, to).Locator(".group-chip[data-name='Mei Tanaka']")).ToBeFocusedAsync();
        await Expect(page.Locator("[data-say]")).ToHaveTextAsync($"Mei Tanaka is in Group {to}.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(Place(page, from).Locator(".group-chip[data-name='Mei Tanaka']")).ToBeVisibleAsync();
    }

    private static async Task ByDrag(IPage page)
    {
        var to = await PlaceOf(page, "Jonas Weber") == 3 ? 2 : 3;
        await Chip(page, "Jonas Weber").DragToAsync(Place(page, to));
        await Expect(Place(page, to).Locator(".group-chip[data-name='Jonas Weber']")).ToBeVisibleAsync();
    }

    private async Task WithoutScript(string path)
    {
        var page = await school.Open(Cast.Amara, path, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 1440, Height = 900 } });
        var to = await page.Locator("[data-place='1'] .group-chip[data-name='Samir Haddad']").CountAsync() == 0 ? 1 : 2;
        await Chip(page, "Samir Haddad").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Put Samir Haddad into Group {to}" }).ClickAsync();
        await Expect(Place(page, to).Locator(".group-chip[data-name='Samir Haddad']")).ToBeVisibleAsync();
        await page.CloseAsync();
    }

    private static async Task<int> PlaceOf(IPage page, string name) =>
        int.Parse((await page.Locator("[data-place]", new() { Has = page.Locator($".group-chip[data-name='{name}']") }).GetAttributeAsync("data-place"))!, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Students_choose_their_group_on_the_phone_and_in_Arabic()
    {
        await school.Write(async db => (await db.People.AsTracking().SingleAsync(person => person.Email == Cast.EmailOf(Cast.Samir))).Describe("Samir Haddad", "Europe/Oslo", "ar"));
        var amara = await school.Open(Cast.Amara, Home);
        await amara.GetByLabel("What they are called together").FillAsync("Topics");
        await amara.GetByText("They choose", new() { Exact = true }).ClickAsync();
        await amara.GetByLabel("How many").FillAsync("4");
        await amara.GetByLabel("Of what").SelectOptionAsync("groups");
        await amara.GetByLabel("They choose until").FillAsync("2026-11-30T23:59");
        await amara.GetByLabel("Places in each").FillAsync("1");
        await amara.SaveScreens("groups-make-choose");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Make groups" }).ClickAsync();
        await amara.GetByRole(AriaRole.Heading, new() { Name = "Topics" }).WaitForAsync();

        var mei = await school.Open(Cast.Mei, Home);
        await mei.SetViewportSizeAsync(390, 844);
        await mei.GetByRole(AriaRole.Button, new() { Name = "Choose Group 2" }).ClickAsync();
        await mei.GetByText("Your group", new() { Exact = true }).First.WaitForAsync();

        var samir = await school.Open(Cast.Samir, Home);
        var topics = samir.Locator(".group-set", new() { HasText = "Topics" });
        await Expect(topics.Locator(".group-choice button:disabled")).ToHaveCountAsync(1);
        await topics.Locator(".group-choice button:enabled").First.ClickAsync();
        await topics.Locator("li.own").WaitForAsync();
        await samir.SaveScreens("groups-arabic");

        await mei.ReloadAsync();
        await mei.AssertAccessible();
        await mei.SaveScreens("groups-choose");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Leave Group 2" }).ClickAsync();
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Choose Group 2" })).ToBeVisibleAsync();
    }
}
