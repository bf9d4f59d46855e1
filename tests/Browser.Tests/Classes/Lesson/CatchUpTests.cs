using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes.Lesson;

public sealed class CatchUpTests(LessonFixture school) : IClassFixture<LessonFixture>
{
    [Fact]
    public async Task Who_comes_late_is_offered_the_beginning_hears_it_faster_at_the_same_pitch_and_meets_the_class()
    {
        var classId = await school.AddClass(polls: []);
        await using var amara = await school.Sit(Cast.Amara, At(classId, "/room"), Lesson.AmaraGives);
        await amara.Page.Keyboard.PressAsync("m");
        await amara.Page.Keyboard.PressAsync("v");
        await amara.StartsTheClass();
        await amara.Page.IsLive();
        await amara.Page.Write("This is said before Jonas comes");
        await amara.Knows("state.media.tracks.length >= 2");
        await amara.Page.Keyboard.PressAsync("Escape");
        await amara.Page.Keyboard.PressAsync("ArrowRight");
        await amara.Until("() => lesson.room().edge > 62_000");

        await using var jonas = await school.Sit(Cast.Jonas, At(classId, "/room"), Devices.Of(500));
        await Expect(jonas.Page.Locator(".room-bar")).ToContainTextAsync("You missed the first 1:0");
        await jonas.Hears(amara, Lesson.AmaraGives.Hertz);
        await jonas.Page.SaveScreens("room-missed");
        await jonas.Page.AssertAccessible();
        await jonas.Page.GetByRole(AriaRole.Button, new() { Name = "catch up at 1.5×" }).ClickAsync();
        await Expect(jonas.Page.Locator(".room-bar")).ToContainTextAsync("behind");
        await jonas.Page.SeesSlide(1);
        await jonas.HearsRecorded(amara, Lesson.AmaraGives.Hertz);
        await jonas.SeesRecorded(amara, "camera", Lesson.AmaraGives.Camera);
        Assert.Equal(0, await jonas.Ask<int>("() => document.querySelectorAll('audio[data-voice]').length"));
        await jonas.Page.SaveScreens("room-catching-up");

        await jonas.Page.GetByRole(AriaRole.Button, new() { Name = "back to live" }).ClickAsync();
        await jonas.Hears(amara, Lesson.AmaraGives.Hertz);
        await jonas.Page.SeesSlide(2);

        await jonas.Do("() => lesson.room().catchUp(1, lesson.room().edge - 8_000)");
        await jonas.Page.GetByRole(AriaRole.Button, new() { Name = "catch up at 2×" }).ClickAsync();
        await jonas.HearsRecorded(amara, Lesson.AmaraGives.Hertz);
        await jonas.Page.IsLive();
        await jonas.Hears(amara, Lesson.AmaraGives.Hertz);
        await amara.Page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.Page.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await jonas.Knows("state.phase === 'ended'");
    }
}
