using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using NodaTime;

namespace Lyceum.Browser.Tests.Schedule;

public sealed class PlanStories(BrowserFixture school) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task An_instructor_plans_a_spring_across_two_changes_of_clocks_and_finds_the_classes_in_their_weeks()
    {
        await Engage(Instant.FromUtc(2027, 2, 9, 16, 30), Instant.FromUtc(2027, 2, 9, 17, 30));
        var page = await school.Open(Cast.Amara, "/courses/statistics/classes/plan");
        await page.GetByLabel("What the classes are called").FillAsync("Spring classes");
        await page.GetByLabel("Thu", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("2027-01-12");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the dates" }).ClickAsync();
        await page.GetByText("Add an exception").ClickAsync();
        await page.GetByLabel("Which class").SelectOptionAsync("2027-02-23");
        await page.GetByLabel("Why").FillAsync("Winter break");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.GetByText("Add an exception").ClickAsync();
        await page.GetByLabel("Which class").SelectOptionAsync("2027-03-25");
        await page.GetByLabel("Moved to").FillAsync("2027-03-24T18:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByText("Sun 14 Mar, New York goes to summer time")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("1 conflict")).ToBeVisibleAsync();
        await page.SaveScreens("schedule");
        await page.AssertAccessible();

        await page.GetByRole(AriaRole.Button, new() { Name = "Start 18:30" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish 23" }).ClickAsync();
        await Assertions.Expect(page.GetByText("23 classes are planned.")).ToBeVisibleAsync();
        await page.SaveScreens("classes-instructor");
        await page.AssertAccessible();

        var student = await school.Open(Cast.Mei, "/courses/statistics/classes");
        await Assertions.Expect(student.GetByText("Spring classes").First).ToBeVisibleAsync();
        await student.SaveScreens("classes-student");
        await student.AssertAccessible();
    }

    [Fact]
    public async Task An_instructor_prepares_a_class()
    {
        var activity = await school.AddActivity(ActivityKind.ClassSession, "Limit theorem", 2);
        var page = await school.Open(Cast.Amara, $"/courses/statistics/classes/{activity.Id}/edit");
        await page.GetByLabel("Starts").FillAsync("2026-12-01T18:00");
        await page.GetByLabel("Plan of the class").FillAsync("Recap 10\nThe theorem 65");
        await page.GetByLabel("Polls", new() { Exact = true }).FillAsync("What halves?\n- n\n* the spread");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await page.SaveScreens("class-prepare");
        await page.AssertAccessible();
    }

    private async Task Engage(Instant from, Instant until)
    {
        var module = Module.New(school.Writing.Id, 1, "Defences").Value;
        await school.Write(db =>
        {
            db.Modules.Add(module);
            db.Enrollments.Add(Enrollment.New(school.Writing.Id, school.People[Cast.Amara], CourseRole.Instructor, SchoolFixture.Start));
        });
        var defence = await school.AddActivity(ActivityKind.ClassSession, "Thesis defence", module: module);
        await school.Write(db => { db.ClassSessions.Add(ClassSession.New(defence, from, until).Value); });
    }
}
