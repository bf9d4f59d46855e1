using Lyceum.Domain;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Discussions;
using Lyceum.Domain.Readings;
using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Learning;

public sealed class SelfPacedStories(BrowserFixture school) : IClassFixture<BrowserFixture>
{
    private const string Text = "## Many buses, one morning\n\nThe mean of a sample is itself random: $\\sigma/\\sqrt n$.\n\n## Why the square root\n\nVariances of independent things add; standard deviations do not.\n";

    [Fact]
    public async Task A_student_reads_to_the_end_and_marks_it_read()
    {
        var activity = await school.AddActivity(ActivityKind.Reading, "Why averages settle down");
        var reading = Reading.For(activity);
        reading.Write(RichText.Markdown(string.Concat(Enumerable.Repeat(Text, 6))));
        await school.Write(db => { db.Readings.Add(reading); });
        var page = await school.Open(Cast.Mei, $"/courses/statistics/readings/{activity.Id}");
        await page.Locator(".katex").First.WaitForAsync();
        await page.SaveScreens("reading");
        await page.AssertAccessible();
        await page.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mark as read" }).ClickAsync();
        await page.GetByText("Not read after all").WaitForAsync();
        Assert.NotNull(await school.Read(db => db.Progress.Where(row => row.ActivityId == activity.Id).Select(row => row.DoneAt).SingleAsync()));
    }

    [Fact]
    public async Task A_student_writes_through_a_broken_line_hands_in_and_reads_the_grade_that_the_instructor_gives()
    {
        var activity = await school.AddActivity(ActivityKind.Assignment, "Problem set 8", 20);
        var assignment = Assignment.For(activity);
        assignment.Describe(RichText.Markdown("Draw ten samples and **say what you see**."), true, true, LateRule.Accepted, 10);
        await school.Write(db => { db.Assignments.Add(assignment); });
        var url = $"/courses/statistics/assignments/{activity.Id}";
        var mei = await school.Open(Cast.Mei, url);
        await mei.Locator("#Text").PressSequentiallyAsync("The spread is ");
        await mei.GetByText("Draft saved at the school").WaitForAsync();
        await mei.Context.SetOfflineAsync(true);
        await mei.Locator("#Text").PressSequentiallyAsync("halved.");
        await mei.GetByText("The draft is on this device").WaitForAsync();
        await mei.Context.SetOfflineAsync(false);
        await mei.GetByText("Draft saved at the school").WaitForAsync();
        await mei.SaveScreens("assignment");
        await mei.AssertAccessible();
        await mei.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await mei.GetByText("Handed in").First.WaitForAsync();

        var amara = await school.Open(Cast.Amara, url + "/submissions");
        await amara.SaveScreens("submissions");
        await amara.AssertAccessible();
        await amara.GetByRole(AriaRole.Link, new() { Name = "grade", Exact = true }).ClickAsync();
        await amara.GetByText("The spread is halved.").WaitForAsync();
        await amara.Locator("#Score").FillAsync("18");
        await amara.Locator("#Feedback").FillAsync("Clear.");
        await amara.GetByLabel("Release it to the student now").CheckAsync();
        await amara.SaveScreens("grading");
        await amara.AssertAccessible();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await amara.GetByText("All that was handed in is graded.").WaitForAsync();

        await mei.GotoAsync(new Uri(school.Address, url).ToString());
        await mei.GetByText("18 of 20").WaitForAsync();
        await mei.GotoAsync(new Uri(school.Address, "/courses/statistics/grades").ToString());
        await mei.GetByText("18 of 20").WaitForAsync();
        await mei.SaveScreens("own-grades");
        await mei.AssertAccessible();
    }

    [Fact]
    public async Task An_instructor_changes_a_grade_by_keyboard_in_its_cell()
    {
        var activity = await school.AddActivity(ActivityKind.Quiz, "Checkpoint 9", 10);
        var page = await school.Open(Cast.Amara, "/courses/statistics/grades");
        var cell = page.Locator($"button[data-activity='{activity.Id}']").First;
        await cell.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("8,5");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Saved at the school").WaitForAsync();
        Assert.Equal("8.5", await cell.TextContentAsync());
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("9");
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(1, await school.Read(db => db.Grades.CountAsync(grade => grade.ActivityId == activity.Id)));
        await page.SaveScreens("gradebook");
        await page.AssertAccessible();
    }

    [Fact]
    public async Task Students_discuss_and_who_asked_accepts_an_answer()
    {
        var activity = await school.AddActivity(ActivityKind.Discussion, "Where averages lie");
        var discussion = Discussion.For(activity);
        discussion.Ask(RichText.Markdown("Find an average that misleads."));
        await school.Write(db => { db.Discussions.Add(discussion); });
        var mei = await school.Open(Cast.Mei, $"/courses/statistics/discussions/{activity.Id}");
        await mei.Locator("#Heading").FillAsync("Is n = 30 a rule or a habit?");
        await mei.Locator("#Body").FillAsync("Every book says *thirty*. Is that proved?");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        await mei.WaitForURLAsync("**/threads/**");

        var lucia = await school.Open(Cast.Lucia, new Uri(mei.Url).PathAndQuery);
        await lucia.Locator("#Body").FillAsync("A habit. It depends on the tail.");
        await lucia.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        await lucia.GetByText("It depends on the tail.").WaitForAsync();

        await mei.ReloadAsync();
        await mei.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await mei.GetByText("Accepted answer").WaitForAsync();
        await mei.SaveScreens("thread");
        await mei.AssertAccessible();
        await mei.GotoAsync(new Uri(school.Address, $"/courses/statistics/discussions/{activity.Id}").ToString());
        await mei.SaveScreens("discussion");
        await mei.AssertAccessible();
    }
}
