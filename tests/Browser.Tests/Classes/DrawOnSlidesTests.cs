using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using NodaTime;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

public sealed class DrawOnSlidesTests(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    [Fact]
    public async Task An_instructor_points_and_draws_on_a_slide_and_the_replay_shows_it_where_it_was_drawn()
    {
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        var mei = await school.Open(Cast.Mei, At(classId, "/room"));
        await amara.SeesSlide(1);
        await mei.SeesSlide(1);
        await mei.IsConnected();
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Draw on the slide" })).ToHaveCountAsync(0);
        school.Clock.Advance(Duration.FromMinutes(4));

        await amara.Keyboard.PressAsync("d");
        await amara.Draw((.06, .2), (.3, .23), (.5, .19));
        await Expect(Lines(mei)).ToHaveCountAsync(1);
        await Expect(mei.Locator(".ink-spot")).ToContainTextAsync("Dr. Amara Okafor");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Marker" }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Blue, dashed" }).ClickAsync();
        await amara.Draw((.06, .31), (.35, .31));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Pen" }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Green, dotted" }).ClickAsync();
        await amara.Draw((.1, .6), (.3, .5), (.5, .7), (.7, .55));
        await Expect(Lines(mei)).ToHaveCountAsync(3);
        await mei.SaveScreens("room-drawn");
        await amara.AssertAccessible();
        await amara.SaveScreens("host-draws");

        await mei.GetByRole(AriaRole.Button, new() { Name = "Next slide" }).ClickAsync();
        await Expect(mei.GetByText("You look at slide 2 alone, the class is at 1")).ToBeVisibleAsync();
        await Expect(Lines(mei)).ToHaveCountAsync(0);
        await mei.GetByRole(AriaRole.Button, new() { Name = "Back to the presenter" }).ClickAsync();
        await Expect(Lines(mei)).ToHaveCountAsync(3);

        school.Clock.Advance(Duration.FromMinutes(4));
        await amara.Keyboard.PressAsync("Control+z");
        await Expect(Lines(mei)).ToHaveCountAsync(2);
        await amara.GetByRole(AriaRole.Button, new() { Name = "Eraser" }).ClickAsync();
        await amara.Draw((.2, .27), (.2, .35));
        await Expect(Lines(mei)).ToHaveCountAsync(1);
        await amara.GetByRole(AriaRole.Button, new() { Name = "Clear the slide" }).ClickAsync();
        await Expect(Lines(mei)).ToHaveCountAsync(0);
        await amara.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();

        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await school.Until(classId, state => state.Phase == ClassPhase.Ended);
        await mei.GotoAsync(new Uri(school.Address, At(classId, "/replay")).ToString());
        await mei.GetByRole(AriaRole.Slider).FocusAsync();
        await mei.Keyboard.PressAsync("End");
        await Expect(Lines(mei)).ToHaveCountAsync(0);
        await mei.GetByRole(AriaRole.Button, new() { Name = "Back 10 seconds" }).ClickAsync();
        await Expect(Lines(mei)).ToHaveCountAsync(3);
    }

    private static ILocator Lines(IPage room) => room.Locator("ink-layer path");
}

internal static class Drawing
{
    /// <summary>One line over the slide, through points in parts of its width and height.</summary>
    public static async Task Draw(this IPage room, params (double X, double Y)[] points)
    {
        var slide = (await room.Locator("ink-layer").BoundingBoxAsync())!;
        var isDown = false;
        foreach (var (x, y) in points)
        {
            await room.Mouse.MoveAsync(slide.X + (float)x * slide.Width, slide.Y + (float)y * slide.Height, new() { Steps = 6 });
            if (!isDown) await room.Mouse.DownAsync();
            isDown = true;
        }
        await room.Mouse.UpAsync();
    }
}
