using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

public sealed class HearAndSeeTests(LiveClassroomFixture school) : IClassFixture<LiveClassroomFixture>
{
    [Fact]
    public async Task An_instructor_and_a_student_hear_and_see_each_other_and_it_is_recorded()
    {
        var classId = await school.AddClass();
        var amara = await school.Come(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        var mei = await school.Come(Cast.Mei, At(classId, "/room"));
        await mei.IsLive();

        await amara.Keyboard.PressAsync("m");
        await amara.Keyboard.PressAsync("v");
        await mei.Plays(".room-speaker video");
        await mei.Hears(1);
        await mei.GetByRole(AriaRole.Button, new() { Name = "Camera" }).ClickAsync();
        await mei.GetByRole(AriaRole.Button, new() { Name = "Unmute" }).ClickAsync();
        await amara.Hears(1);
        await Expect(mei.Locator(".room-speaker[data-speaking]")).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await mei.Keyboard.PressAsync("m");
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Unmute" })).ToBeVisibleAsync();
        await amara.Hears(0);
        await amara.Keyboard.PressAsync("v");
        await Expect(mei.Locator(".room-speaker video")).ToHaveCountAsync(0);

        await school.Until(classId, state => state.Media.Tracks.Length >= 4 && state.Media.Voices.Count > 0);
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await school.Until(classId, state => state.Media.Tracks.All(track => track.HasEnded));
        var state = await school.StateOf(classId);
        Assert.Equal([MediaSource.Microphone, MediaSource.Camera], state.Media.Tracks.Select(track => track.Source).Distinct().Order());
        Assert.All(state.Media.Tracks, track => Assert.InRange(track.StartMs, -2_000, 120_000));
    }
}
