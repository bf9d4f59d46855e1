using Lyceum.Domain;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Lyceum.Web.Tests;
using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Assignments;

public sealed class GradingStories(BrowserFixture school) : IClassFixture<BrowserFixture>
{
    private const string Text = """
        # The quiet carriage: what a city owes its tired commuters

        Every weekday at 17:12 the train to Moss leaves Oslo with four hundred people who would rather not speak. A quiet carriage costs the railway nothing and gives back an hour of rest to everybody who needs one. This essay argues that the city should ask for one on every commuter train, and that the usual objection, that silence cannot be policed, mistakes what a rule is for.

        The first reason is health. Studies show that noise makes people ill. Nurses coming off a night shift, parents of small children, and students who read on the way home all pay for noise with attention they do not have to spare.

        The second reason is fairness. Those who can afford a car already own a quiet carriage. To offer silence on the train is to offer in public what others buy in private, and that is what a city is for.
        """;

    private static readonly Rubric Rubric = Rubric.Of(
    [
        new(Guid.NewGuid(), "Claim", [new(0, "No claim is made."), new(3, "A claim, but not what it commits to."), new(5, "One sentence states the claim and what it commits to.")]),
        new(Guid.NewGuid(), "Evidence", [new(0, "None."), new(2, "Sources without a name."), new(4, "Relevant, but one of three sources carries no name."), new(6, "Each source is named and weighed.")]),
        new(Guid.NewGuid(), "Structure", [new(0, "No order."), new(3, "An order, not always kept."), new(5, "Each paragraph does one thing.")]),
        new(Guid.NewGuid(), "Language", [new(0, "Hard to read."), new(2, "Uneven."), new(4, "Clear throughout.")]),
    ]).Value;

    private async Task<string> Essay()
    {
        var activity = await school.AddActivity(ActivityKind.Assignment, "Argument essay", 20);
        var assignment = Assignment.For(activity);
        assignment.Describe(RichText.Markdown("Argue for **one change** in your city, in about a thousand words."), true, true, LateRule.Accepted, 10);
        assignment.GradeBy(Rubric);
        await school.Write(db =>
        {
            db.Assignments.Add(assignment);
            foreach (var who in new[] { Cast.Jonas, Cast.Lucia, Cast.Mei, Cast.Samir })
            {
                var submission = Submission.Begin(activity, school.People[who], SchoolFixture.Start);
                submission.KeepDraft($"{Text}\n\nWritten by {who}.", 0, SchoolFixture.Start);
                submission.HandIn(assignment, activity.Window, SchoolFixture.Start);
                db.Submissions.Add(submission);
            }
        });
        return $"/courses/statistics/assignments/{activity.Id}";
    }

    /// <summary>Their work is there, and the page listens to keys.</summary>
    private static async Task Reads(IPage page, string who)
    {
        await page.GetByText($"Written by {who}.").WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    [Fact]
    public async Task An_instructor_grades_a_pile_with_the_keyboard_alone_and_gives_all_of_it_back_at_once()
    {
        var url = await Essay();
        var amara = await school.Open(Cast.Amara, url + "/submissions");
        await amara.SaveScreens("submissions-with-rubric");
        await amara.GetByRole(AriaRole.Link, new() { Name = "Grade one after the other" }).FocusAsync();
        await amara.Keyboard.PressAsync("Enter");
        await Reads(amara, "jonas");

        await amara.Keyboard.PressAsync("j");
        await Reads(amara, "lucia");
        foreach (var key in new[] { "5", "Tab", "4", "Tab", "3" }) await amara.Keyboard.PressAsync(key);
        await amara.Keyboard.PressAsync("c");
        await amara.Keyboard.TypeAsync("A thoughtful case. Name your studies.");
        await amara.GetByText("Draft saved at the school").WaitForAsync();
        await Assertions.Expect(amara.Locator("[data-part=total]")).ToHaveTextAsync("12");
        await amara.SaveScreens("grading-rubric");
        await amara.AssertAccessible();

        await amara.Keyboard.PressAsync("Escape");
        await amara.Keyboard.PressAsync("k");
        await Reads(amara, "jonas");
        await amara.Keyboard.PressAsync("j");
        await Reads(amara, "lucia");
        await Assertions.Expect(amara.Locator("#Feedback")).ToHaveValueAsync("A thoughtful case. Name your studies.");
        await Assertions.Expect(amara.Locator("[data-part=total]")).ToHaveTextAsync("12");
        await amara.Keyboard.PressAsync("4");
        await Assertions.Expect(amara.Locator("[data-part=total]")).ToHaveTextAsync("16");
        await amara.Keyboard.PressAsync("Control+Enter");

        foreach (var who in new[] { "mei", "samir", "jonas" })
        {
            await Reads(amara, who);
            foreach (var key in new[] { "5", "Tab", "6", "Tab", "5", "Tab", "4" }) await amara.Keyboard.PressAsync(key);
            await Assertions.Expect(amara.Locator("[data-part=total]")).ToHaveTextAsync("20");
            await amara.Keyboard.PressAsync("Control+Enter");
        }
        await amara.GetByText("All that was handed in is graded.").WaitForAsync();
        await amara.GetByText("4 of 4 graded").WaitForAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Release 4 grades" }).FocusAsync();
        await amara.Keyboard.PressAsync("Enter");
        await amara.GetByText("4 grades released").WaitForAsync();

        var lucia = await school.Open(Cast.Lucia, url);
        await lucia.GetByText("16 of 20").First.WaitForAsync();
        await lucia.GetByText("Name your studies.").WaitForAsync();
        await Assertions.Expect(lucia.Locator(".rubric-levels > .chosen")).ToHaveCountAsync(4);
        await lucia.SaveScreens("assignment-returned");
        await lucia.AssertAccessible();
        var hana = await school.Open(Cast.Hana, url);
        await hana.GetByText("How it is graded").WaitForAsync();
        await hana.SaveScreens("assignment-rubric");
        await hana.AssertAccessible();
    }

    [Fact]
    public async Task A_broken_line_loses_nothing_of_a_grade_and_a_rubric_is_written_with_the_keyboard()
    {
        var activity = await school.AddActivity(ActivityKind.Assignment, "Short essay", 9);
        var url = $"/courses/statistics/assignments/{activity.Id}";
        var amara = await school.Open(Cast.Amara, url + "/edit");
        await amara.GetByLabel("Name of the criterion").FillAsync("Claim");
        await amara.GetByLabel("Name of the criterion").FocusAsync();
        foreach (var (points, says) in new[] { ("0", "No claim."), ("5", "A claim.") })
        {
            await amara.Keyboard.PressAsync("Tab");
            await amara.Keyboard.PressAsync("Tab");
            await amara.Keyboard.TypeAsync(points);
            await amara.Keyboard.PressAsync("Tab");
            await amara.Keyboard.TypeAsync(says);
        }
        await amara.GetByRole(AriaRole.Button, new() { Name = "Add a criterion" }).FocusAsync();
        await amara.Keyboard.PressAsync("Enter");
        await amara.Keyboard.TypeAsync("Style");
        foreach (var typed in new[] { "0", "Hard to read.", "4", "Clear." })
        {
            await amara.Keyboard.PressAsync("Tab");
            if (typed is "0" or "4") await amara.Keyboard.PressAsync("Tab");
            await amara.Keyboard.TypeAsync(typed);
        }
        await amara.GetByText("adds up to 9, the assignment is worth 9").WaitForAsync();
        await amara.SaveScreens("rubric-form");
        await amara.AssertAccessible();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await amara.GetByText("Saved at the school").WaitForAsync();

        var mei = await school.Open(Cast.Mei, url);
        await mei.Locator("#Text").FillAsync("Quiet, please.");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await mei.GetByText("Handed in").First.WaitForAsync();
        await amara.GotoAsync(new Uri(school.Address, $"{url}/submissions/{school.People[Cast.Mei]}").ToString());
        await amara.Context.SetOfflineAsync(true);
        await amara.Keyboard.PressAsync("5");
        await amara.Keyboard.PressAsync("c");
        await amara.Keyboard.TypeAsync("Short and good.");
        await amara.GetByText("What you wrote is on this device").WaitForAsync();
        await amara.Context.SetOfflineAsync(false);
        await amara.GetByText("Draft saved at the school").WaitForAsync();
        await amara.ReloadAsync();
        await Assertions.Expect(amara.Locator("#Feedback")).ToHaveValueAsync("Short and good.");
        await Assertions.Expect(amara.Locator("[data-part=total]")).ToHaveTextAsync("5");
    }
}
