using Lyceum.Web.Features.School;
using Lyceum.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

public sealed class TalkInClassTests(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    [Fact]
    public async Task A_class_talks_in_threads_and_to_the_staff_keeps_notes_and_what_it_leaves_open_goes_on_in_the_discussions()
    {
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        var mei = await school.Open(Cast.Mei, At(classId, "/room"));
        var jonas = await school.Open(Cast.Jonas, At(classId, "/room"));
        await mei.IsLive();
        await jonas.IsLive();
        school.Clock.Advance(Duration.FromMinutes(6));

        await mei.Write("Does the bus count as a sample?");
        await jonas.Tab("Chat");
        await jonas.GetByRole(AriaRole.Button, new() { Name = "Reply to Mei Tanaka" }).ClickAsync();
        await jonas.GetByLabel("Write a reply").FillAsync("It is the population.");
        await jonas.Keyboard.PressAsync("Enter");
        await jonas.GetByRole(AriaRole.Button, new() { Name = "All of the chat" }).ClickAsync();
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "1 reply" })).ToBeVisibleAsync();
        await jonas.GetByRole(AriaRole.Button, new() { Name = "React to Mei Tanaka" }).ClickAsync();
        await jonas.Keyboard.PressAsync("Tab");
        await jonas.Keyboard.PressAsync("Enter");
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Heart: 1" })).ToBeVisibleAsync();

        await mei.GetByLabel("Only to the staff").CheckAsync();
        await mei.GetByLabel("Write to the staff").FillAsync("I have to leave at half past.");
        await mei.Keyboard.PressAsync("Enter");
        await amara.Tab("Chat");
        await Expect(amara.Line("I have to leave at half past.")).ToContainTextAsync("to the staff");
        await amara.Write("Look at the spread.");
        await Expect(jonas.Line("Look at the spread.")).ToHaveCountAsync(1);
        await Expect(jonas.Line("I have to leave at half past.")).ToHaveCountAsync(0);

        await mei.Keyboard.PressAsync("Escape");
        await mei.Keyboard.PressAsync("n");
        await mei.GetByLabel("Write a note for yourself").FillAsync("Ask about skewed samples");
        await mei.Keyboard.PressAsync("Enter");
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Go to 6:" })).ToBeVisibleAsync();
        await Expect(mei.Locator(".room-notes [data-pending]")).ToHaveCountAsync(0);

        await jonas.Keyboard.PressAsync("Escape");
        await jonas.Keyboard.PressAsync("l");
        await Expect(amara.Locator(".room-lost-peak")).ToContainTextAsync("1 lost at 6:");
        await mei.Ask("What if the sample is skewed?");
        await jonas.Ask("Is n = 30 a rule?");
        await amara.Tab("Questions");
        var habit = amara.Locator(".room-question", new() { HasText = "Is n = 30 a rule?" });
        await habit.GetByText("Answer in writing").ClickAsync();
        await habit.GetByRole(AriaRole.Textbox).FillAsync("A habit: it depends on the shape.");
        await habit.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(jonas.Locator(".room-written")).ToHaveTextAsync("A habit: it depends on the shape.");
        await mei.Tab("Chat");
        await mei.AssertAccessible();
        await mei.SaveScreens("room-talk");
        await amara.AssertAccessible();
        await amara.SaveScreens("host-talk");

        school.Clock.Advance(Duration.FromMinutes(60));
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await Expect(mei.Locator(".room-pill")).ToHaveTextAsync("Replay");
        await school.Services.GetRequiredService<JobWorker>().RunDue(default);
        await mei.Tab("Notes");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Go to 6:" }).ClickAsync();
        await Expect(mei.Locator(".room-now output")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^6:"));
        await mei.AssertAccessible();
        await mei.SaveScreens("replay-notes");
        await mei.Tab("Questions");
        await mei.GetByRole(AriaRole.Link, new() { Name = "Goes on in the discussions" }).ClickAsync();
        await Expect(mei.GetByRole(AriaRole.Heading, new() { Name = "What if the sample is skewed?" })).ToBeVisibleAsync();
    }
}
