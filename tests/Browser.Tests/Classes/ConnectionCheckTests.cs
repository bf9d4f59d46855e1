using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

public sealed class ConnectionCheckTests(LiveClassroomFixture school) : IClassFixture<LiveClassroomFixture>
{
    [Fact]
    public async Task A_student_checks_their_connection_and_the_help_desk_sees_what_was_found()
    {
        var mei = await school.Come(Cast.Mei, "/me/connection");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Start the check" }).ClickAsync();
        await Expect(mei.Locator("[data-part=camera]")).ToHaveAttributeAsync("data-outcome", "works", new() { Timeout = 60_000 });
        await Expect(mei.Locator("[data-part=network]")).ToContainTextAsync("ms there and back", new() { Timeout = 90_000 });
        await mei.GetByRole(AriaRole.Button, new() { Name = "I heard it" }).ClickAsync(new() { Timeout = 60_000 });
        await Expect(mei.GetByText("Kept for the help desk.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await mei.AssertAccessible();
        await mei.SaveScreens("connection-check");

        var ruth = await school.Open(Cast.Ruth, "/school/help");
        await Expect(ruth.GetByRole(AriaRole.Row, new() { NameRegex = new("Mei Tanaka") })).ToContainTextAsync("kbit/s");
        await ruth.AssertAccessible();
        await ruth.SaveScreens("help-desk");
    }
}
