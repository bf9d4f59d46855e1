using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes.Recording;

public sealed class RecordingStories(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    [Fact]
    public async Task Somebody_new_is_asked_in_the_lobby_whether_they_agree_to_be_recorded()
    {
        await school.Write(async db =>
        {
            var id = school.People[Cast.Lucia];
            await db.RecordingConsents.Where(c => c.PersonId == id).ExecuteDeleteAsync();
        });
        var classId = await school.AddClass();
        var lucia = await school.Open(Cast.Lucia, At(classId));
        await Expect(lucia.Locator(".lobby-consent")).ToContainTextAsync("This class is recorded");
        await lucia.AssertAccessible();
        await lucia.SaveScreens("lobby-consent");
        await lucia.GetByRole(AriaRole.Button, new() { Name = "I agree to be recorded" }).ClickAsync();
        await Expect(lucia.Locator(".lobby-consent")).ToContainTextAsync("You agreed to be recorded in this course.");
    }

    [Fact]
    public async Task Whoever_replays_a_class_that_is_held_back_reads_why_it_is_gone_and_has_it_back_when_it_opens()
    {
        var classId = await school.AddClass();
        await school.Holds(classId, () => school.Says(classId, Cast.Mei, new PostChat("what was said")));
        var mei = await school.Open(Cast.Mei, At(classId, "/replay"));
        await mei.Tab("Chat");
        await Expect(mei.Line("what was said")).ToBeVisibleAsync();
        var terms = ReplayTerms.For(classId);
        terms.Open(isHeldBack: true, null, []);
        await school.Write(db => { db.ReplayTerms.Add(terms); });
        await Expect(mei.GetByRole(AriaRole.Alert)).ToContainTextAsync("The replay of this class is not open yet.", new() { Timeout = 60_000 });
        await Expect(mei.Locator("room-screen")).Not.ToContainTextAsync("what was said");
        await mei.AssertAccessible();
        await mei.SaveScreens("replay-held-back");
        await school.Write(async db => { await db.ReplayTerms.Where(t => t.ClassId == classId).ExecuteDeleteAsync(); });
        await Expect(mei.Line("what was said")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_stretch_is_marked_at_the_playhead_cut_out_and_put_back()
    {
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await amara.IsLive();
        school.Clock.Advance(Duration.FromMinutes(10));
        await school.Says(classId, Cast.Mei, new PostChat("a slip of the tongue"));
        school.Clock.Advance(Duration.FromMinutes(20));
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await school.Until(classId, state => state.EndedAt is not null);
        await amara.GotoAsync(new Uri(school.Address, At(classId, "/replay")).ToString());
        await Expect(amara.Locator(".room-pill")).ToHaveTextAsync("Replay");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Edit the replay" }).ClickAsync();
        await amara.Keyboard.PressAsync("i");
        await amara.GetByRole(AriaRole.Slider, new() { Name = "Timeline of the class" }).PressAsync("End");
        await amara.Keyboard.PressAsync("o");
        await Expect(amara.Locator(".replay-editor output")).ToContainTextAsync("0:00 to 30:");
        await amara.AssertAccessible();
        await amara.SaveScreens("replay-editor");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Cut it out" }).ClickAsync();
        await Expect(amara.Locator(".replay-editor li")).ToHaveCountAsync(1);
        Assert.Equal(1, await school.Read(db => db.ReplayEdits.CountAsync(e => e.ClassId == classId && e.UndoneAt == null)));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Undo the cut at 0:00" }).ClickAsync();
        await Expect(amara.Locator(".replay-editor li")).ToHaveCountAsync(0);
    }
}
