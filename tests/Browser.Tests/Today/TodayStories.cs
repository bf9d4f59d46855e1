using Lyceum.Web.Tests;
using Lyceum.Web.Tests.Today;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Browser.Tests.Today;

public sealed class TodaySchool : BrowserFixture
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await TodayScene.Fill(this, Start + Duration.FromSeconds(484));
    }
}

public sealed class TodayStories(TodaySchool school) : IClassFixture<TodaySchool>
{
    [Fact]
    public async Task A_student_sees_the_next_class_count_down_and_finds_her_week()
    {
        var page = await school.Open(Cast.Hana, "/");
        await page.Locator("count-down").WaitForAsync();
        var first = await page.Locator("count-down").TextContentAsync();
        await page.WaitForFunctionAsync("was => document.querySelector('count-down').textContent !== was", first);
        Assert.Equal(1, await page.Locator(".week .block.live").CountAsync());
        await page.SaveScreens("today");
        await page.AssertAccessible();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Calendar" }).First.ClickAsync();
        await page.WaitForURLAsync("**/calendar");
        await page.SaveScreens("calendar");
        await page.AssertAccessible();
    }

    [Fact]
    public async Task The_bell_leads_to_what_is_new()
    {
        var page = await school.Open(Cast.Hana, "/");
        await page.Locator(".bell").ClickAsync();
        await page.WaitForURLAsync("**/messages");
        await page.SaveScreens("messages");
        await page.AssertAccessible();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Mark all as read" }).ClickAsync();
        await page.Locator(".bell:not(.has-new)").WaitForAsync();
    }

    [Fact]
    public async Task The_parts_are_accessible_in_both_schemes()
    {
        var page = await school.Open(null, "/dev/parts");
        await page.SaveScreens("parts");
        await page.AssertAccessible();
    }

    [Fact]
    public async Task In_Arabic_the_page_runs_from_right_to_left()
    {
        await school.Write(async db => (await db.People.AsTracking().SingleAsync(person => person.Email == Cast.EmailOf(Cast.Leo))).Describe("Leo Brandt", "Europe/Oslo", "ar"));
        var page = await school.Open(Cast.Leo, "/");
        Assert.Equal("rtl", await page.Locator("html").GetAttributeAsync("dir"));
        await page.SaveScreens("today-arabic");
        await page.AssertAccessible();
    }
}
