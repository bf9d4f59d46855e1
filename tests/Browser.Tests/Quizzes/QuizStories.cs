using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;

namespace Lyceum.Browser.Tests.Quizzes;

public sealed class QuizStories(QuizSchool school) : IClassFixture<QuizSchool>
{
    [Fact]
    public async Task A_student_whose_network_drops_twice_still_hands_in_the_quiz()
    {
        var quiz = await school.AddQuiz();
        var page = await school.Open(Cast.Mei, quiz);
        await page.SaveScreens("quiz-door");
        await page.AssertAccessible();
        await Begin(page);
        await Take(page, 1, "That 95 of 100");
        await Take(page, 2, "More people");
        await page.Locator("[data-go='3']").ClickAsync();
        await Take(page, 3, "False");
        await page.Locator("#q3 [data-act=flag]").ClickAsync();
        await AtTheSchool(page, "Questions 1 to 3");

        school.Clock.AdvanceMinutes(18);
        await page.Context.SetOfflineAsync(true);
        await Take(page, 4, "A is n = 4");
        await page.Locator("[data-go='5']").ClickAsync();
        await page.Locator("#q5 input").FillAsync("2,3");
        await page.Locator("[data-part=line-title]:has-text('No connection since')").WaitForAsync();
        await Assertions.Expect(page.Locator("[data-receipt=device] [data-part=what]")).ToHaveTextAsync("Questions 4 and 5");
        await page.Locator("[data-go='4']").ClickAsync();
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        await page.SaveScreens("quiz");
        await page.AssertAccessible();
        await page.Context.SetOfflineAsync(false);
        await page.Locator("[data-part=line]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await AtTheSchool(page, "Questions 1 to 5");

        await page.Context.SetOfflineAsync(true);
        await page.Locator("[data-go='8']").ClickAsync();
        await page.Locator("#q8 textarea").FillAsync("Variances add, spreads do not.");
        await HandIn(page);
        await page.Locator("[data-part=line-text]:has-text('handed in when the line is back')").WaitForAsync();
        school.Clock.AdvanceMinutes(10);
        await page.Context.SetOfflineAsync(false);
        await page.WaitForURLAsync($"**{quiz}/attempts/1");
        await page.GetByText("Variances add, spreads do not.").WaitForAsync();
        await page.SaveScreens("quiz-result");
        await page.AssertAccessible();
    }

    [Fact]
    public async Task Answers_of_a_closed_tab_are_still_on_the_device_and_reach_the_school_from_the_next_one()
    {
        var quiz = await school.AddQuiz();
        var page = await school.Open(Cast.Jonas, quiz);
        await Begin(page);
        await page.Context.SetOfflineAsync(true);
        await Take(page, 1, "That the mean is");
        await page.Locator("[data-part=line-title]:has-text('No connection since')").WaitForAsync();
        await page.CloseAsync();

        await page.Context.SetOfflineAsync(false);
        var next = await page.Context.NewPageAsync();
        await next.GotoAsync(new Uri(school.Address, quiz + "/attempt").ToString());
        await Assertions.Expect(next.Locator("#q1 .option:has-text('That the mean is') input")).ToBeCheckedAsync();
        await AtTheSchool(next, "Question 1");
    }

    [Fact]
    public async Task When_the_time_is_up_what_the_device_kept_is_handed_in_by_itself()
    {
        var quiz = await school.AddQuiz();
        var page = await school.Open(Cast.Lucia, quiz);
        await Begin(page);
        await Take(page, 1, "That 95 of 100");
        await AtTheSchool(page, "Question 1");
        school.Clock.Advance(Duration.FromMinutes(30) - Duration.FromSeconds(4));
        await page.ReloadAsync();
        await Running(page).WaitForAsync();
        await Take(page, 2, "Less spread");
        school.Clock.AdvanceSeconds(10);
        // By itself, and maybe twice: when the school says so and when its own clock does.
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(school.Address, quiz + "/attempts/1").ToString(), new() { Timeout = 60_000 });
        var attempt = await school.Read(db => db.Attempts.SingleAsync(attempt => attempt.PersonId == school.People[Cast.Lucia] && attempt.HandedInAt != null));
        Assert.Equal(attempt.Deadline, attempt.HandedInAt);
        Assert.Equal(2, attempt.Sheet.Answers.Count);
    }

    [Fact]
    public async Task The_whole_quiz_by_keyboard_alone()
    {
        var quiz = await school.AddQuiz();
        var page = await school.Open(Cast.Samir, quiz);
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin attempt 1" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Running(page).WaitForAsync();
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("#q1 input").First).ToBeCheckedAsync();
        await TabTo(page, "[data-act=next]:visible");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#q3 h2")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("2");
        await Assertions.Expect(page.Locator("#q3 input").Nth(1)).ToBeCheckedAsync();
        await TabTo(page, "#all-questions [data-go='5']");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "#q5 input");
        await page.Keyboard.TypeAsync("23/10");
        await Assertions.Expect(page.Locator("#q5 input")).ToHaveValueAsync("23/10");
        await TabTo(page, "[data-act=hand-in]");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("dialog[open]").WaitForAsync();
        await TabTo(page, "dialog button[value=yes]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{quiz}/attempts/1");
    }

    [Fact]
    public async Task An_instructor_sees_the_quiz_its_editor_and_its_marking()
    {
        var quiz = await school.AddQuiz();
        var page = await school.Open(Cast.Amara, quiz + "/edit");
        await page.SaveScreens("quiz-edit");
        await page.AssertAccessible();
        await page.GetByRole(AriaRole.Link, new() { Name = "Number", Exact = true }).ClickAsync();
        await page.SaveScreens("quiz-edit-question");
        await page.AssertAccessible();
        await page.GotoAsync(new Uri(school.Address, quiz + "/marking").ToString());
        await page.AssertAccessible();
    }

    [Fact]
    public async Task In_Arabic_the_attempt_runs_from_right_to_left()
    {
        var quiz = await school.AddQuiz();
        await school.Write(async db => (await db.People.AsTracking().SingleAsync(person => person.Email == Cast.EmailOf(Cast.Arjun))).Describe("Arjun Mehta", "Asia/Kolkata", "ar"));
        var page = await school.Open(Cast.Arjun, quiz);
        await page.Locator("main form button").First.ClickAsync();
        await page.GetByText("الوقت المتبقي").WaitForAsync();
        Assert.Equal("rtl", await page.Locator("html").GetAttributeAsync("dir"));
        await page.SaveScreens("quiz-arabic");
        await page.AssertAccessible();
    }

    private static async Task Begin(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin attempt 1" }).ClickAsync();
        await Running(page).WaitForAsync();
    }

    /// <summary>There once the page's script runs.</summary>
    private static ILocator Running(IPage page) => page.Locator("#all-questions [aria-current]");

    private static Task Take(IPage page, int question, string choice) => page.Locator($"#q{question} .option", new() { HasText = choice }).ClickAsync();

    private static Task AtTheSchool(IPage page, string what) => Assertions.Expect(page.Locator("[data-receipt=school] [data-part=what]")).ToHaveTextAsync(what);

    private static async Task HandIn(IPage page)
    {
        await page.Locator("[data-act=hand-in]").ClickAsync();
        await page.Locator("dialog[open] button[value=yes]").ClickAsync();
    }

    private static async Task TabTo(IPage page, string selector)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            if (await page.Locator(selector).First.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{selector} cannot be reached with Tab");
    }
}
