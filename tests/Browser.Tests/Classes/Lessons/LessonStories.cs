using Lyceum.Web.Tests;
using Microsoft.Playwright;
using NodaTime;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes.Lessons;

public sealed class LessonStories(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    [Fact]
    public async Task An_instructor_records_a_lesson_alone_and_a_student_watches_it_and_it_can_be_given_once_more()
    {
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/edit"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Record a lesson first" }).ClickAsync();
        await Expect(amara.GetByRole(AriaRole.Heading, new() { Name = "Prepare the lesson" })).ToBeVisibleAsync();
        await amara.AssertAccessible();
        await amara.SaveScreens("lesson-prepare");
        await amara.GetByLabel("Students see it").CheckAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(amara.GetByText("Saved.")).ToBeVisibleAsync();

        var mei = await school.Open(Cast.Mei, "/courses/statistics/classes");
        var listed = mei.GetByRole(AriaRole.Link, new() { Name = "Sampling distributions, to watch before" });
        await listed.ClickAsync();
        await Expect(mei.GetByText("This lesson is still being prepared.")).ToBeVisibleAsync();
        await mei.AssertAccessible();
        await mei.SaveScreens("lesson-not-ready");

        await amara.GetByRole(AriaRole.Link, new() { Name = "Record the lesson" }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await amara.IsLive();
        await amara.SeesSlide(1);
        school.Clock.Advance(Duration.FromMinutes(12));
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await Expect(amara.GetByRole(AriaRole.Link, new() { Name = "Open the replay" })).ToBeVisibleAsync();
        var lesson = new Uri(amara.Url).AbsolutePath.Replace("/room", "", StringComparison.Ordinal);

        await mei.GotoAsync(new Uri(school.Address, "/courses/statistics/classes").ToString());
        await mei.SaveScreens("lessons-of-a-course");
        await listed.ClickAsync();
        await Expect(mei.Locator(".room-pill")).ToHaveTextAsync("Replay");
        await mei.SeesSlide(1);

        await amara.GotoAsync(new Uri(school.Address, lesson + "/recording").ToString());
        await amara.GetByRole(AriaRole.Button, new() { Name = "Make it" }).Last.ClickAsync();
        await Expect(amara.Locator(".film")).ToBeVisibleAsync();
        await amara.AssertAccessible();
        await amara.SaveScreens("recording-film");
        await amara.GetByRole(AriaRole.Link, new() { Name = "Use it again" }).ClickAsync();
        await amara.AssertAccessible();
        await amara.SaveScreens("class-used-again");
    }
}
