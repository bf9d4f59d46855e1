using Lyceum.Domain.Classes;
using Lyceum.Domain.Grades;
using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

public sealed class ReplayAClassTests(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    [Fact]
    public async Task Who_was_absent_replays_the_class_answers_its_poll_asks_a_question_and_gets_the_credit()
    {
        var classId = await HeldClass();
        school.Clock.Advance(Duration.FromHours(3));
        var hana = await school.Open(Cast.Hana, At(classId));
        await hana.AssertAccessible();
        await hana.SaveScreens("lobby-held");
        await hana.Context.Clock.InstallAsync(new() { TimeDate = school.Clock.GetCurrentInstant().ToDateTimeUtc() });
        await hana.GetByRole(AriaRole.Link, new() { Name = "Replay the class" }).ClickAsync();
        await Expect(hana.Locator(".room-pill")).ToHaveTextAsync("Replay");
        await hana.SeesSlide(1);
        await hana.Tab("Chat");
        await Expect(hana.Line("Look at the spread.")).ToHaveCountAsync(0);

        // At three times the speed up to the poll, and no further.
        await hana.GetByRole(AriaRole.Button, new() { Name = "Speed, 1 times" }).ClickAsync();
        await hana.GetByRole(AriaRole.Menuitemradio, new() { Name = "3×" }).ClickAsync();
        await hana.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await Watch(hana, minutes: 4);
        await Expect(hana.Locator(".room-poll h2")).ToHaveTextAsync(Poll.Question);
        await Expect(hana.Line("Look at the spread.")).ToHaveCountAsync(1);
        await Expect(hana.Locator(".room-tally")).ToHaveCountAsync(0);
        await hana.GetByRole(AriaRole.Slider).FocusAsync();
        await hana.Keyboard.PressAsync("End");
        await Expect(hana.Locator(".room-now output")).ToHaveTextAsync("10:00");
        await hana.AssertAccessible();
        await hana.SaveScreens("replay-poll");

        await hana.Locator(".room-poll").GetByText("It halves").ClickAsync();
        await hana.Locator(".room-poll").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Expect(hana.Locator(".room-film-poll")).ToContainTextAsync("1 + 0");
        await Watch(hana, minutes: 1);
        await hana.Ask("Is n = 30 a rule or a habit?");
        await Expect(hana.Locator(".room-question", new() { HasText = "Is n = 30 a rule or a habit?" })).ToContainTextAsync("You, later");
        await Watch(hana, minutes: 8);
        await Expect(hana.Locator(".room-now output")).ToHaveTextAsync("30:00");
        await Expect(hana.Locator(".room-head")).ToContainTextAsync("you have the credit for this class");
        await hana.GetByRole(AriaRole.Button, new() { Name = "Hear the answer at 20:00" }).ClickAsync();
        await Expect(hana.Locator(".room-now output")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^20:"));
        await hana.Keyboard.PressAsync("k");
        await hana.AssertAccessible();
        await hana.SaveScreens("replay");

        await hana.WaitForFunctionAsync("() => !Object.keys(localStorage).some(key => key.startsWith('lyceum.watched') || key.startsWith('lyceum.outbox'))");
        var state = await school.StateOf(classId);
        Assert.Equal((1, 1), (state.Polls.Single().AnsweredLive, state.Polls.Single().AnsweredLater));
        Assert.True(state.Questions.Single(q => q.IsLate).OffsetMs is > 600_000 and < 1_800_000);
        var grade = await school.Read(db => db.Grades.SingleAsync(g => g.ActivityId == classId && g.PersonId == school.People[Cast.Hana]));
        Assert.Equal((10m, GradeState.Scored), (grade.Score, grade.State));
    }

    /// <summary>Half an hour with a line, a poll at 10:00, a question answered at 20:00.</summary>
    private async Task<Guid> HeldClass()
    {
        var classId = await school.AddClass(minutes: 30, rule: new CreditRule(25, 90, true));
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        var mei = await school.Open(Cast.Mei, At(classId, "/room"));
        await mei.IsLive();
        school.Clock.Advance(Duration.FromMinutes(5));
        await amara.Write("Look at the spread.");
        await Expect(mei.Line("Look at the spread.")).ToHaveCountAsync(1);
        await mei.Ask("Why the square root?");
        school.Clock.Advance(Duration.FromMinutes(5));
        await amara.Tab("Polls");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Open poll" }).ClickAsync();
        await mei.Locator(".room-stage").GetByText("It doubles").ClickAsync();
        await mei.Locator(".room-stage").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Expect(amara.Locator(".room-card[data-wide]")).ToContainTextAsync("1 of 1");
        await amara.Locator(".room-card[data-wide]").GetByRole(AriaRole.Button, new() { Name = "Show the result" }).ClickAsync();
        await Expect(mei.Locator(".room-film-poll")).ToContainTextAsync("It doubles");
        school.Clock.Advance(Duration.FromMinutes(10));
        await amara.Tab("Questions");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Answer now" }).ClickAsync();
        await amara.Locator(".room-question").GetByRole(AriaRole.Button, new() { Name = "Answered" }).ClickAsync();
        await Expect(mei.Locator(".room-question[data-answered]")).ToHaveCountAsync(1);
        school.Clock.Advance(Duration.FromMinutes(10));
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await Expect(mei.Locator(".room-pill")).ToHaveTextAsync("Replay");
        await amara.Context.CloseAsync();
        await mei.Context.CloseAsync();
        return classId;
    }

    private async Task Watch(IPage page, int minutes)
    {
        for (var second = 0; second < minutes * 60; second += 10)
        {
            school.Clock.Advance(Duration.FromSeconds(10));
            await page.Context.Clock.RunForAsync(10_000);
        }
    }
}
