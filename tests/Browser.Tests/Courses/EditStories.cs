using Lyceum.Web.Tests;
using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Courses;

public sealed class EditStories(CourseSchool school) : IClassFixture<CourseSchool>
{
    private static readonly string[] Week =
        ["Why averages settle down", "Sampling distributions", "Lecture 8, variance", "Problem set 8", "Where does n = 30 come from?", "Checkpoint 9, standard error"];

    [Fact]
    public async Task An_instructor_builds_a_week_by_keyboard_and_by_drag()
    {
        var page = await school.Open(Cast.Amara, "/courses/statistics/edit");
        Assert.Equal(Week, await Titles(page));

        // Picked up and put back: as if nothing had happened.
        await Grip(page, Week[3]).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("Moving, place 5 of 6", await page.Locator(".move-place").TextContentAsync());
        await page.SaveScreens("edit-moving");
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(Week, await Titles(page));

        // Two places up, by keyboard.
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Space");
        await page.GetByText("Saved", new() { Exact = false }).WaitForAsync();
        Assert.Equal($"Move {Week[3]}", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')"));
        await page.ReloadAsync();
        Assert.Equal([Week[0], Week[3], Week[1], Week[2], Week[4], Week[5]], await Titles(page));

        // The last to the top, by drag.
        await Drag(page, Grip(page, Week[5]), page.Locator(".edit-rows > li").First);
        await page.Locator("[data-receipt]", new() { HasText = "Saved" }).WaitForAsync();
        await page.ReloadAsync();
        Assert.Equal([Week[5], Week[0], Week[3], Week[1], Week[2], Week[4]], await Titles(page));

        // Into another module, by drag.
        await Drag(page, Grip(page, Week[4]), page.Locator(".edit-modules li[data-title=Intervals]"));
        await page.Locator("[data-receipt]", new() { HasText = "Saved" }).WaitForAsync();
        Assert.DoesNotContain(Week[4], await Titles(page));
        await page.GetByRole(AriaRole.Link, new() { Name = "Intervals 30 Nov" }).ClickAsync();
        await page.Locator(".edit-rows > li", new() { HasText = Week[4] }).Last.WaitForAsync();
        Assert.Contains(Week[4], await Titles(page));
    }

    [Fact]
    public async Task An_instructor_adds_a_quiz_names_it_and_publishes_it_without_a_save_button()
    {
        var page = await school.Open(Cast.Amara, "/courses/statistics/edit");
        await page.GetByRole(AriaRole.Link, new() { Name = "Review 14 Dec" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Review", Exact = true, Level = 2 }).First.WaitForAsync();
        await page.GetByText("Add activity").ClickAsync();
        await page.SaveScreens("edit-add");
        await page.AssertAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Quiz" }).ClickAsync();
        await page.WaitForURLAsync("**activity=**");
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Last practice quiz");
        await page.GetByLabel("Students see it").CheckAsync();
        await page.Locator(".edit-rows li.is-chosen", new() { HasText = "Last practice quiz" }).WaitForAsync();
        await page.Locator(".edit-rows li.is-chosen .pill.good").WaitForAsync();
        await page.SaveScreens("edit");
        await page.AssertAccessible();

        var student = await school.Open(Cast.Jonas, "/courses/statistics?module=12");
        await student.GetByText("Last practice quiz").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Take out Last practice quiz" }).ClickAsync();
        await page.GetByText("Taken out.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.Locator(".edit-rows li", new() { HasText = "Last practice quiz" }).WaitForAsync();
    }

    private static ILocator Grip(IPage page, string title) => page.GetByRole(AriaRole.Button, new() { Name = $"Move {title}", Exact = true });

    private static async Task<IReadOnlyList<string>> Titles(IPage page) => await page.Locator(".edit-rows > li b").AllTextContentsAsync();

    private static async Task Drag(IPage page, ILocator grip, ILocator onto)
    {
        var (from, to) = ((await grip.BoundingBoxAsync())!, (await onto.BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(from.X + from.Width / 2, from.Y + from.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + to.Width / 2, to.Y + 10, new() { Steps = 12 });
        await page.Mouse.MoveAsync(to.X + to.Width / 2, to.Y + 4, new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }
}
