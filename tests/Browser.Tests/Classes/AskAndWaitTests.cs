using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

/// <summary>Time goes on here, since whoever stands at the door knocks again and again.</summary>
public sealed class AskAndWaitTests(LiveClassroomFixture school) : IClassFixture<LiveClassroomFixture>
{
    private static readonly PreparePoll Word = new("What was the week like, in one word?", [], [], false, PollKind.Word);
    private static readonly PreparePoll Scale = new("How sure are you of the square root?", ["1", "2", "3", "4", "5"], [], false, PollKind.Scale);

    [Fact]
    public async Task A_poll_asks_for_a_word_and_another_for_a_step()
    {
        var classId = await school.AddClass(polls: [Word, Scale]);
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        var mei = await school.Open(Cast.Mei, At(classId, "/room"));
        await mei.IsLive();
        await amara.Tab("Polls");

        await amara.GetByRole(AriaRole.Button, new() { Name = "Open poll" }).First.ClickAsync();
        var word = mei.GetByLabel("Your word").First;
        await word.WaitForAsync();
        await mei.SaveScreens("poll-word");
        await word.FillAsync("long");
        await mei.Locator(".room-stage").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        var open = (await school.StateOf(classId)).Polls.Single(poll => poll.Kind == PollKind.Word);
        foreach (var (who, said) in new[] { (Cast.Jonas, "long"), (Cast.Lucia, "steep"), (Cast.Samir, "clear"), (Cast.Noah, "long") }) await school.Says(classId, who, new AnswerPoll(open.Id, [], said));
        await amara.Locator(".room-card[data-wide]").GetByRole(AriaRole.Button, new() { Name = "Show the result" }).ClickAsync();
        await mei.Tab("Polls");
        await Expect(mei.Locator(".room-panel .room-words li").First).ToContainTextAsync("long");
        await Expect(mei.Locator(".room-panel .room-words li").First).ToContainTextAsync("3");
        await mei.SaveScreens("poll-words");

        await amara.GetByRole(AriaRole.Button, new() { Name = "Open poll" }).First.ClickAsync();
        await mei.Locator(".room-stage .room-options[data-kind=scale]").WaitForAsync();
        await mei.SaveScreens("poll-scale");
        await mei.Keyboard.PressAsync("Escape");
        await mei.Keyboard.PressAsync("4");
        await mei.Keyboard.PressAsync("Enter");
        await Expect(amara.Locator(".room-card[data-wide]")).ToContainTextAsync("1 of 1");
        await amara.SaveScreens("poll-scale-host");
        await mei.AssertAccessible();
    }

    [Fact]
    public async Task Whoever_comes_to_a_kept_door_waits_there_until_they_are_let_in()
    {
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await amara.Tab("People");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Let people in by hand" }).ClickAsync();
        await school.Until(classId, state => state.Door.IsKept);
        var mei = await school.Open(Cast.Mei, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Let in Mei Tanaka" }).WaitForAsync();
        await mei.SaveScreens("door-waiting");
        await mei.AssertAccessible();
        await amara.SaveScreens("door-kept");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Let in Mei Tanaka" }).ClickAsync();
        await mei.IsLive();
        await mei.GetByRole(AriaRole.Button, new() { Name = "Layout and line" }).ClickAsync();
        await mei.GetByRole(AriaRole.Menuitemradio, new() { Name = "Gallery" }).ClickAsync();
        await Expect(mei.Locator(".room[data-layout=gallery]")).ToBeVisibleAsync();
        await mei.SaveScreens("gallery");
    }
}
