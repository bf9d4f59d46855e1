using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using NodaTime;

namespace Lyceum.Browser.Tests.Learning;

public sealed class CourseRulesStories(BrowserFixture school) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task An_instructor_weighs_the_grades_and_a_student_sees_how_the_total_comes_about()
    {
        foreach (var (kind, title, points, score) in new[] { (ActivityKind.Assignment, "Problem set 1", 20m, 20m), (ActivityKind.Assignment, "Problem set 2", 20, 8), (ActivityKind.Quiz, "Checkpoint 1", 10, 5) })
        {
            var activity = await school.AddActivity(kind, title, points);
            var grade = Grade.For(activity.Id, activity.CourseId, school.People[Cast.Mei], SchoolFixture.Start);
            grade.Record(score, false, false, SchoolFixture.Start);
            grade.Release(SchoolFixture.Start);
            await school.Write(db => { db.Grades.Add(grade); });
        }
        var amara = await school.Open(Cast.Amara, "/courses/statistics/grades");
        await amara.GetByRole(AriaRole.Link, new() { Name = "Weights and rules" }).ClickAsync();
        await amara.Locator("[name='Categories[0].Name']").FillAsync("Problem sets");
        await amara.Locator("[name='Categories[0].Weight']").FillAsync("60");
        await amara.Locator("[name='Categories[0].DropLowest']").FillAsync("1");
        await amara.Locator("[name='Categories[1].Weight']").FillAsync("40");
        await amara.SaveScreens("grade-rules");
        await amara.AssertAccessible();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await amara.GetByText("Saved at the school").WaitForAsync();
        await amara.GetByRole(AriaRole.Link, new() { Name = "Back to the grades" }).ClickAsync();
        await amara.GetByText("60 %").WaitForAsync();
        await amara.Locator("button.cell").First.ClickAsync();
        await amara.Locator(".cell-card").WaitForAsync();
        await amara.SaveScreens("gradebook-weighed");
        await amara.AssertAccessible();

        var mei = await school.Open(Cast.Mei, "/courses/statistics/grades");
        await mei.GetByText("80.0 %").First.WaitForAsync();
        await mei.SaveScreens("own-grades-weighed");
        await mei.AssertAccessible();
    }

    [Fact]
    public async Task An_instructor_grants_later_due_dates_and_the_student_reads_them_on_the_work()
    {
        var activity = await school.AddActivity(ActivityKind.Assignment, "Problem set 9", 20);
        await school.Write(async db =>
        {
            var tracked = await db.Activities.FindAsync(activity.Id);
            tracked!.Schedule(new Window(null, SchoolFixture.Start + Duration.FromDays(2), null));
        });
        var amara = await school.Open(Cast.Amara, "/courses/statistics/people");
        await amara.GetByLabel("Change Mei Tanaka").ClickAsync();
        var form = amara.GetByRole(AriaRole.Form, new() { Name = "What Mei Tanaka is granted" });
        await form.GetByLabel("Due dates later by").FillAsync("3");
        await amara.SaveScreens("people-granting");
        await amara.AssertAccessible();
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await amara.GetByText("due 3 days later").WaitForAsync();

        var mei = await school.Open(Cast.Mei, $"/courses/statistics/assignments/{activity.Id}");
        await mei.GetByText("3 days later for you").First.WaitForAsync();
        await mei.SaveScreens("assignment-later");
        await mei.AssertAccessible();
    }

    [Fact]
    public async Task A_student_attaches_a_picture_to_a_reply()
    {
        var thread = Domain.Discussions.Thread.Open(school.Statistics.Id, null, school.People[Cast.Jonas], "Is n = 30 a rule or a habit?", SchoolFixture.Start).Value;
        var post = thread.Reply(school.People[Cast.Jonas], "Every book says thirty.", null, SchoolFixture.Start).Value;
        await school.Write(db => { db.Threads.Add(thread); db.Posts.Add(post); });
        var mei = await school.Open(Cast.Mei, $"/courses/statistics/threads/{thread.Id}");
        await mei.Locator("#Body").FillAsync("I ran 2,000 samples; here they are.");
        await mei.GetByText("Attach files").ClickAsync();
        await mei.Locator("[name=files]").SetInputFilesAsync(new FilePayload { Name = "tails.ipynb", MimeType = "application/json", Buffer = new byte[48_000] });
        await mei.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        await mei.GetByRole(AriaRole.Link, new() { Name = "tails.ipynb" }).WaitForAsync();
        await mei.SaveScreens("thread-files");
        await mei.AssertAccessible();
    }
}
