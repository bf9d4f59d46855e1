using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using NodaTime;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

public sealed class TeachAClassTests(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    [Fact]
    public async Task An_instructor_teaches_three_students_while_one_loses_the_line_twice_and_one_comes_late()
    {
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        var mei = await school.Open(Cast.Mei, At(classId));
        await Expect(mei.Locator("[data-here]")).ToContainTextAsync("2 people");
        await Expect(mei.Locator("[data-presenter]")).ToContainTextAsync("Dr. Amara Okafor is here");
        await Expect(mei.Locator("[data-line]")).ToContainTextAsync("ms there and back");
        await mei.AssertAccessible();
        await mei.SaveScreens("lobby");

        // Mei stays in the lobby and is taken in when it starts.
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await mei.WaitForURLAsync("**/room");
        await mei.IsLive();
        var jonas = await school.Open(Cast.Jonas, At(classId, "/room"));
        await jonas.IsLive();
        school.Clock.Advance(Duration.FromMinutes(4));
        await amara.Keyboard.PressAsync("ArrowRight");
        foreach (var room in new[] { amara, mei, jonas }) await room.SeesSlide(2);

        // Jonas loses the line, and what he writes meanwhile waits for it.
        await jonas.Context.SetOfflineAsync(true);
        await Expect(jonas.GetByText("Reconnecting… nothing is lost")).ToBeVisibleAsync();
        await jonas.Write("Same for the median?");
        await amara.Write("Look at the spread.");
        await amara.Keyboard.PressAsync("Escape");
        await amara.Keyboard.PressAsync("ArrowRight");
        await jonas.Context.SetOfflineAsync(false);
        await Expect(mei.Line("Same for the median?")).ToHaveCountAsync(1);
        await Expect(jonas.Line("Look at the spread.")).ToHaveCountAsync(1);
        await jonas.SeesSlide(3);

        await mei.Ask("Why the square root?");
        await jonas.Tab("Questions");
        await jonas.GetByRole(AriaRole.Button, new() { NameRegex = new("^Vote for this question") }).ClickAsync();
        await amara.Tab("Questions");
        await Expect(amara.Locator(".room-vote")).ToHaveTextAsync("1");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Answer now" }).ClickAsync();
        await Expect(mei.Locator(".room-question[data-now]")).ToContainTextAsync("Answering now");
        school.Clock.Advance(Duration.FromMinutes(5));

        // The second time in the middle of a poll: the answer is given without a line.
        await mei.GetByRole(AriaRole.Button, new() { Name = "Raise hand" }).ClickAsync();
        await amara.Tab("Polls");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Open poll" }).ClickAsync();
        await Expect(jonas.Locator(".room-poll h2")).ToHaveTextAsync(Poll.Question);
        await jonas.Context.SetOfflineAsync(true);
        await Expect(jonas.GetByText("Reconnecting… nothing is lost")).ToBeVisibleAsync();
        await jonas.Locator(".room-stage").GetByText("It doubles").ClickAsync();
        await jonas.Locator(".room-stage").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await jonas.Context.SetOfflineAsync(false);
        await Expect(amara.Locator(".room-card[data-wide]")).ToContainTextAsync("1 of 2");

        // Lucía comes late and sees it all, and can go back to the start.
        var lucia = await school.Open(Cast.Lucia, At(classId, "/room"));
        await Expect(lucia.Locator(".room-poll h2")).ToHaveTextAsync(Poll.Question);
        await lucia.Keyboard.PressAsync("1");
        await lucia.Keyboard.PressAsync("Enter");
        await Expect(lucia.Line("Same for the median?")).ToHaveCountAsync(1);
        await lucia.GetByRole(AriaRole.Slider).FocusAsync();
        await lucia.Keyboard.PressAsync("Home");
        await Expect(lucia.GetByText("behind", new() { Exact = false }).First).ToBeVisibleAsync();
        await lucia.SeesSlide(1);
        await lucia.GetByRole(AriaRole.Button, new() { Name = "back to live" }).ClickAsync();
        await lucia.SeesSlide(3);

        await amara.Locator(".room-card[data-wide]").GetByRole(AriaRole.Button, new() { Name = "Show the result" }).ClickAsync();
        await Expect(lucia.Locator(".room-film-poll")).ToContainTextAsync("It doubles");
        await amara.AssertAccessible();
        await lucia.AssertAccessible();
        await amara.SaveScreens("host");
        await mei.SaveScreens("room");

        school.Clock.Advance(Duration.FromMinutes(60));
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        foreach (var room in new[] { amara, mei, jonas, lucia }) await Expect(room.Locator(".room-pill")).ToHaveTextAsync("Replay");

        var state = await school.StateOf(classId);
        Assert.Equal(ClassPhase.Ended, state.Phase);
        Assert.Equal(["Same for the median?", "Look at the spread."], state.Chat.Select(line => line.Text).OrderDescending());
        Assert.Equal(2, state.Polls.Single().AnsweredLive);
    }
}
