using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

public sealed class WriteTogetherTests(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    [Fact]
    public async Task A_class_writes_notes_together_with_and_without_a_line_and_finds_them_as_a_page()
    {
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        var mei = await school.Open(Cast.Mei, At(classId, "/room"));
        await mei.IsLive();
        foreach (var room in new[] { amara, mei })
        {
            await room.Tab("Notes");
            await room.GetByRole(AriaRole.Button, new() { Name = "Everybody’s" }).ClickAsync();
            await Expect(Sheet(room)).ToBeEditableAsync();
        }
        await Sheet(amara).FillAsync("# Sampling distributions\n\n");
        await Expect(Sheet(mei)).ToHaveValueAsync("# Sampling distributions\n\n");
        await Type(mei, "- The mean wobbles less: **n**");
        await Expect(Sheet(amara)).ToHaveValueAsync("# Sampling distributions\n\n- The mean wobbles less: **n**");

        await mei.Context.SetOfflineAsync(true);
        await Expect(mei.Locator(".room-head")).Not.ToContainTextAsync("Connected");
        await Type(mei, "\n- Written in a tunnel");
        await Expect(mei.GetByText("On this device, waits for the line")).ToBeVisibleAsync();
        await Sheet(amara).FocusAsync();
        await amara.Keyboard.PressAsync("Control+Home");
        await amara.Keyboard.PressAsync("End");
        await amara.Keyboard.TypeAsync(" and n");
        await mei.Context.SetOfflineAsync(false);
        const string together = "# Sampling distributions and n\n\n- The mean wobbles less: **n**\n- Written in a tunnel";
        await Expect(Sheet(mei)).ToHaveValueAsync(together);
        await Expect(Sheet(amara)).ToHaveValueAsync(together);
        await Expect(mei.GetByText("Saved for the class")).ToBeVisibleAsync();
        await mei.AssertAccessible();
        await mei.SaveScreens("room-shared-notes");

        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await school.Until(classId, state => state.Phase == ClassPhase.Ended);
        await mei.GotoAsync(new Uri(school.Address, At(classId, "/shared-notes")).ToString());
        await Expect(mei.GetByRole(AriaRole.Heading, new() { Name = "Sampling distributions and n" })).ToBeVisibleAsync();
        await Expect(mei.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Written in a tunnel" })).ToBeVisibleAsync();
        await mei.AssertAccessible();
        await mei.SaveScreens("shared-notes");

        await amara.GotoAsync(new Uri(school.Address, At(classId, "/shared-notes")).ToString());
        await amara.GetByText("Change the notes").ClickAsync();
        await Expect(Sheet(amara)).ToHaveValueAsync(together);
        await Type(amara, "\n- Read chapter 9");
        await Expect(amara.GetByText("Saved for the class")).ToBeVisibleAsync();
        await amara.AssertAccessible();
        await amara.SaveScreens("shared-notes-staff");
        await amara.GetByRole(AriaRole.Link, new() { Name = "Show them as a page" }).ClickAsync();
        await Expect(amara.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Read chapter 9" })).ToBeVisibleAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Take them out of the course" }).ClickAsync();
        await Expect(amara.GetByText("only its staff see this page")).ToBeVisibleAsync();
    }

    private static ILocator Sheet(IPage room) => room.GetByLabel("Notes of the class, written by everybody");

    private static async Task Type(IPage room, string text)
    {
        await Sheet(room).FocusAsync();
        await room.Keyboard.PressAsync("Control+End");
        await room.Keyboard.InsertTextAsync(text);
    }
}
