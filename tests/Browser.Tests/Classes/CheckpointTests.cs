using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

public sealed class CheckpointTests(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    [Fact]
    public async Task A_checkpoint_is_put_into_the_replay_announced_answered_and_taken_out_again()
    {
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await amara.IsLive();
        school.Clock.Advance(Duration.FromMinutes(30));
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await school.Until(classId, state => state.EndedAt is not null);
        var jonas = await school.Open(Cast.Jonas, At(classId, "/replay"));
        await Expect(jonas.Locator(".room-pill")).ToHaveTextAsync("Replay");
        await WatchIsKnown(classId, Cast.Jonas);

        school.Clock.Advance(Duration.FromMinutes(10));
        await amara.GotoAsync(new Uri(school.Address, At(classId, "/replay")).ToString());
        await Expect(amara.Locator(".room-pill")).ToHaveTextAsync("Replay");
        await amara.Tab("Polls");
        await amara.GetByRole(AriaRole.Button, new() { Name = "To the next mark" }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Ask here, at 30:00" }).ClickAsync();
        await Expect(amara.Locator(".room-pollcard", new() { HasText = "added later" })).ToContainTextAsync(Poll.Question);
        await amara.AssertAccessible();
        await amara.SaveScreens("replay-checkpoint-staff");

        await jonas.ReloadAsync();
        await Expect(jonas.Locator(".room-bar")).ToContainTextAsync("New since you watched");
        await jonas.SaveScreens("replay-changes");
        await jonas.GetByRole(AriaRole.Button, new() { Name = "1 checkpoint · 30:00" }).ClickAsync();
        await jonas.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        var question = jonas.Locator(".room-poll");
        await Expect(question).ToContainTextAsync(Poll.Question);
        await jonas.AssertAccessible();
        await question.GetByText(Poll.Options[1]).ClickAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await jonas.Tab("Polls");
        await Expect(jonas.Locator(".room-pollcard .room-tally")).ToContainTextAsync("yours");

        await amara.GetByRole(AriaRole.Button, new() { Name = "Take it out" }).ClickAsync();
        await Expect(jonas.Locator(".room-pollcard")).ToHaveCountAsync(0);
    }

    /// <summary>The school knows that this person has the replay open; so has the instructor, whose class became it.</summary>
    private async Task WatchIsKnown(Guid classId, string who)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var now = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await school.Read(db => db.ReplayWatches.AnyAsync(w => w.ClassId == classId && w.PersonId == school.People[who]))) await now.WaitForNextTickAsync(patience.Token);
    }
}
