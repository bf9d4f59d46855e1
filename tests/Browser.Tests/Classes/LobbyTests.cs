using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

public sealed class LobbyTests(LiveClassroomFixture school) : IClassFixture<LiveClassroomFixture>
{
    [Fact]
    public async Task A_student_sees_and_hears_that_all_works_and_what_is_on_in_the_lobby_is_on_in_the_room()
    {
        var classId = await school.AddClass();
        var mei = await school.Come(Cast.Mei, At(classId));
        await Expect(mei.Locator("[data-own] video")).ToHaveCountAsync(0);
        await Expect(mei.GetByText("Your camera is off.")).ToBeVisibleAsync();
        await mei.AssertAccessible();

        await mei.GetByRole(AriaRole.Button, new() { Name = "Turn the camera on" }).ClickAsync();
        await mei.Plays("[data-own] video");
        await Expect(mei.GetByText("frames a second")).ToBeVisibleAsync();
        await mei.GetByRole(AriaRole.Button, new() { Name = "Turn the microphone on" }).ClickAsync();
        await Expect(mei.GetByText("We hear you well.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(mei.GetByLabel("Camera", new() { Exact = true }).Locator("option")).Not.ToHaveCountAsync(0);
        await mei.GetByRole(AriaRole.Button, new() { Name = "Play a sound" }).ClickAsync();
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Playing…" })).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await mei.SaveScreens("lobby-tried");

        await mei.GetByRole(AriaRole.Link, new() { Name = "Join class" }).ClickAsync();
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Camera off" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Mute" })).ToBeVisibleAsync();
        await school.Until(classId, state => state.Media.IsOn(school.People[Cast.Mei], MediaSource.Camera) && state.Media.IsOn(school.People[Cast.Mei], MediaSource.Microphone));
    }

    [Fact]
    public async Task The_host_makes_a_student_a_co_host_who_then_lets_people_in_at_the_door()
    {
        var classId = await school.AddClass();
        var amara = await school.Come(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        var mei = await school.Come(Cast.Mei, At(classId, "/room"));
        await mei.IsLive();
        await mei.Tab("People");
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Lock the room" })).ToHaveCountAsync(0);

        await amara.Tab("People");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Let people in by hand" }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Make Mei Tanaka a co-host" }).ClickAsync();
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Lock the room" })).ToBeVisibleAsync();
        await Expect(mei.GetByText("Co-host", new() { Exact = true })).ToBeVisibleAsync();
        var jonas = await school.Come(Cast.Jonas, At(classId));
        await Expect(jonas.GetByText("The host lets people in.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await mei.GetByRole(AriaRole.Button, new() { Name = "Let in Jonas Weber" }).ClickAsync(new() { Timeout = 30_000 });
        await school.Until(classId, state => state.Door.LetIn.Contains(school.People[Cast.Jonas]));
        await mei.SaveScreens("room-co-host");

        await amara.GetByRole(AriaRole.Button, new() { Name = "Take being a co-host from Mei Tanaka" }).ClickAsync();
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Lock the room" })).ToHaveCountAsync(0);
    }
}
