using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Stories;

/// <summary>What people look up between two classes.</summary>
public sealed class DeskStories(DemoBrowser school) : IClassFixture<DemoBrowser>
{
    [Fact]
    public async Task A_student_finds_a_reading_again_by_words_that_stand_in_it()
    {
        var mei = await school.Open(Cast.Mei, "/");
        await mei.GetByRole(AriaRole.Searchbox, new() { Name = "Search", Exact = true }).FillAsync("standard error");
        await mei.Keyboard.PressAsync("Enter");
        await Expect(mei.Locator(".excerpt mark").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("standard error", System.Text.RegularExpressions.RegexOptions.IgnoreCase));
        await mei.SaveScreens("search");
        await mei.GetByRole(AriaRole.Link, new() { Name = "Why averages settle down" }).First.ClickAsync();
        await Expect(mei.GetByRole(AriaRole.Heading, new() { Name = "Why averages settle down", Level = 1 })).ToBeVisibleAsync();

        await mei.GotoAsync(new Uri(school.Address, "/search?q=zeppelin").ToString());
        await Expect(mei.GetByRole(AriaRole.Heading, new() { Name = "Nothing found" })).ToBeVisibleAsync();
        await mei.SaveScreens("search-nothing");
    }

    [Fact]
    public async Task An_instructor_sees_who_needs_them_first_and_why_on_a_phone_too()
    {
        var amara = await school.Open(Cast.Amara, "/courses/statistics");
        await amara.GetByRole(AriaRole.Link, new() { Name = "Progress" }).First.ClickAsync();
        await Expect(amara.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("you first");
        var rows = amara.GetByRole(AriaRole.Table).GetByRole(AriaRole.Row);
        await Expect(rows).ToHaveCountAsync(25);
        await Expect(rows.Nth(1).Locator(".why")).Not.ToBeEmptyAsync();
        await Expect(rows.Filter(new() { HasText = "Mei Tanaka" })).ToContainTextAsync("replay");
        await amara.SaveScreens("progress");

        await amara.SetViewportSizeAsync(390, 844);
        var table = amara.GetByRole(AriaRole.Region, new() { Name = "Progress" });
        await table.FocusAsync();
        await amara.Keyboard.PressAsync("End");
        await amara.Keyboard.PressAsync("ArrowRight");
        await amara.WaitForFunctionAsync("() => document.querySelector('.scrolls').scrollLeft > 0");
    }

    [Fact]
    public async Task An_instructor_corrects_the_attendance_of_somebody_with_a_reason_and_takes_it_back()
    {
        var held = await school.Read(db => (from session in db.ClassSessions
                                            join activity in db.Activities on session.ActivityId equals activity.Id
                                            where activity.Title == "Sampling distributions" && session.EndedAt != null
                                            select activity.Id).SingleAsync());
        var amara = await school.Open(Cast.Amara, $"/courses/statistics/classes/{held}/attendance");
        var beatriz = amara.GetByRole(AriaRole.Row).Filter(new() { HasText = "Beatriz Costa" });
        await Expect(beatriz).ToContainTextAsync("not yet");
        await Expect(beatriz).ToContainTextAsync("0 min");
        await beatriz.GetByText("Correct", new() { Exact = true }).First.ClickAsync();
        await beatriz.GetByLabel("Minutes there").FillAsync("42");
        await beatriz.GetByLabel("Why").FillAsync("Sat beside Jonas");
        await amara.SaveScreens("attendance");
        await beatriz.GetByRole(AriaRole.Button, new() { Name = "Correct" }).ClickAsync();
        await Expect(beatriz).ToContainTextAsync("corrected by Dr. Amara Okafor: Sat beside Jonas");
        await Expect(beatriz).ToContainTextAsync("42 min");

        await beatriz.GetByText("Correct", new() { Exact = true }).First.ClickAsync();
        await beatriz.GetByRole(AriaRole.Button, new() { Name = "As the log has it" }).ClickAsync();
        await Expect(beatriz).Not.ToContainTextAsync("corrected by");
        await Expect(beatriz).Not.ToContainTextAsync("42 min");
    }
}
