using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using NodaTime;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

public sealed class WhiteboardTests(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    [Fact]
    public async Task Two_draw_on_one_board_and_the_replay_shows_it_as_it_was_at_the_playhead()
    {
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        var mei = await school.Open(Cast.Mei, At(classId, "/room"));
        var foreign = new List<string>();
        foreach (var room in new[] { amara, mei })
        {
            room.Request += (_, request) => { if (!request.Url.StartsWith(school.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal)) foreign.Add(request.Url); };
            room.Console += (_, message) => { if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) foreign.Add(message.Text); };
        }
        await mei.IsLive();
        Assert.False(await mei.EvaluateAsync<bool>("() => performance.getEntriesByType('resource').some(r => r.name.includes('board.js') || r.name.includes('board.css'))"));

        await amara.Choose("Open the board");
        await Expect(amara.Locator("room-board canvas").First).ToBeVisibleAsync();
        await amara.Pick("Draw");
        await amara.Stroke((.3, .4), (.4, .6), (.5, .4));
        await school.Until(classId, state => Living(state) == 1);
        await amara.Pick("Ellipse");
        await amara.Stroke((.6, .35), (.75, .65));
        await school.Until(classId, state => Living(state) == 2);
        await Expect(mei.Locator("room-board .excalidraw")).ToBeVisibleAsync();
        await Expect(mei.Locator("room-board .App-toolbar")).ToHaveCountAsync(0);

        school.Clock.Advance(Duration.FromMinutes(5));
        await amara.Choose("Students may draw on it");
        await mei.Pick("Text");
        await mei.Mouse.ClickAsync(400, 250);
        await mei.Keyboard.TypeAsync("Spread of the mean");
        await mei.Keyboard.PressAsync("Escape");
        await school.Until(classId, state => Living(state) == 3);
        await Expect(amara.Locator("room-board .room-unseen")).ToHaveTextAsync("On the board: Spread of the mean");
        await amara.SaveScreens("host-board");
        await mei.SaveScreens("room-board");
        await amara.AssertAccessible();

        await amara.Choose("Close the board");
        await mei.SeesSlide(1);
        school.Clock.Advance(Duration.FromMinutes(5));
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await school.Until(classId, state => state.Phase == ClassPhase.Ended);
        await mei.GotoAsync(new Uri(school.Address, At(classId, "/replay")).ToString());
        await mei.GetByRole(AriaRole.Slider).FocusAsync();
        await mei.Keyboard.PressAsync("End");
        await mei.SeesSlide(1);
        await mei.Keyboard.PressAsync("Home");
        for (var minute = 0; minute < 2; minute++) await mei.Keyboard.PressAsync("PageUp");
        await Expect(mei.Locator("room-board .excalidraw")).ToBeVisibleAsync();
        Assert.Empty(foreign);
    }

    private static int Living(ClassState state) => state.Board.Elements.Values.Count(element => element.Data.Length > 0);
}

internal static class Board
{
    public static async Task Choose(this IPage room, string item)
    {
        await room.GetByRole(AriaRole.Button, new() { Name = "Slides and board" }).ClickAsync();
        await room.Locator(".room-menu-list").GetByText(item, new() { Exact = true }).ClickAsync();
    }

    /// <summary>A tool of Excalidraw's, by its name there.</summary>
    public static Task Pick(this IPage room, string tool) => room.Locator($"room-board .App-toolbar label[title^='{tool}']").ClickAsync();

    public static async Task Stroke(this IPage room, params (double X, double Y)[] points)
    {
        var board = (await room.Locator("room-board").BoundingBoxAsync())!;
        var isDown = false;
        foreach (var (x, y) in points)
        {
            await room.Mouse.MoveAsync(board.X + (float)x * board.Width, board.Y + (float)y * board.Height, new() { Steps = 8 });
            if (!isDown) await room.Mouse.DownAsync();
            isDown = true;
        }
        await room.Mouse.UpAsync();
    }
}
