using Lyceum.Web.Tests;
using Microsoft.Playwright;
using NodaTime;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

public sealed class KeepTheDoorTests(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 30_000 };

    [Fact]
    public async Task An_instructor_lets_people_in_by_hand_asks_for_a_word_and_sends_somebody_away()
    {
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        var mei = await school.Open(Cast.Mei, At(classId, "/room"));
        await mei.IsLive();
        await amara.Tab("People");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Let people in by hand" }).ClickAsync();
        await Expect(amara.GetByText("Nobody waits at the door.")).ToBeVisibleAsync();

        // At the door: nothing of the class is seen, and nobody but staff sees who waits.
        var jonas = await school.Open(Cast.Jonas, At(classId, "/room"));
        await Expect(jonas.GetByText("The host lets people in.")).ToBeVisibleAsync(Patiently);
        await jonas.AssertAccessible();
        await jonas.SaveScreens("room-waiting");
        await Expect(amara.GetByText("1 person waits")).ToBeVisibleAsync();
        await mei.Tab("People");
        await Expect(mei.GetByRole(AriaRole.Tabpanel)).Not.ToContainTextAsync("Jonas Weber");
        await amara.AssertAccessible();
        await amara.SaveScreens("host-door");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Let Jonas Weber in" }).ClickAsync();
        await Expect(jonas.Locator(".room-pill[data-live]")).ToBeVisibleAsync(Patiently);

        school.Clock.Advance(Duration.FromMinutes(3));
        await amara.Tab("Polls");
        await amara.GetByLabel("Question", new() { Exact = true }).FillAsync("What is a sample, in one word?");
        await amara.GetByLabel("Kind").SelectOptionAsync("word");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Prepare poll" }).ClickAsync();
        await amara.Locator(".room-pollcard", new() { HasText = "in one word" }).GetByRole(AriaRole.Button, new() { Name = "Open poll" }).ClickAsync();
        await mei.Locator(".room-stage").GetByLabel("Your word").FillAsync("Guess");
        await mei.SaveScreens("room-poll-word");
        await mei.Locator(".room-stage").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await jonas.Locator(".room-stage").GetByLabel("Your word").FillAsync("guess");
        await jonas.Locator(".room-stage").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Expect(amara.Locator(".room-card[data-wide]")).ToContainTextAsync("2 of 2");
        await amara.Locator(".room-card[data-wide]").GetByRole(AriaRole.Button, new() { Name = "Show the result" }).ClickAsync();
        await Expect(mei.Locator(".room-film-poll .room-words")).ToContainTextAsync("2");

        await amara.Tab("People");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Remove Jonas Weber from the class" }).ClickAsync();
        await Expect(jonas.GetByText("You were removed from this class.")).ToBeVisibleAsync(Patiently);
        await amara.GetByRole(AriaRole.Button, new() { Name = "Let Jonas Weber back in" }).ClickAsync();
        await jonas.ReloadAsync();
        await jonas.IsLive();
    }
}
