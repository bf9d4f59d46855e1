using Lyceum.Web.Tests;
using Lyceum.Web.Tests.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Courses;

public sealed class CourseSchool : BrowserFixture
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StatisticsScene.Fill(this);
        Clock.Reset(Start - NodaTime.Duration.FromSeconds(484));
    }
}

public sealed class CourseStories(CourseSchool school) : IClassFixture<CourseSchool>
{
    [Fact]
    public async Task A_newcomer_reads_what_a_course_asks_enrolls_and_finds_this_week_open()
    {
        var visitor = await school.Open(null, "/welcome", new() { ViewportSize = new() { Width = 1440, Height = 900 }, TimezoneId = "Europe/Lisbon" });
        await visitor.SaveScreens("front");
        await visitor.AssertAccessible();
        await visitor.GetByRole(AriaRole.Link, new() { Name = "Introduction to Statistics" }).ClickAsync();
        await visitor.GetByText("In your time, Europe/Lisbon.").WaitForAsync();
        Assert.Contains("Tue 17:00", await visitor.Locator(".weekly").TextContentAsync());
        await visitor.SaveScreens("course-public");
        await visitor.AssertAccessible();

        var leo = await school.Open(Cast.Leo, "/courses");
        await leo.SaveScreens("courses");
        await leo.AssertAccessible();
        await leo.GetByRole(AriaRole.Link, new() { Name = "Introduction to Statistics" }).ClickAsync();
        await leo.GetByRole(AriaRole.Button, new() { Name = "Enroll" }).ClickAsync();
        await leo.GetByText("You are in.").WaitForAsync();
        await leo.GetByRole(AriaRole.Heading, new() { Name = "Week 9 · Sampling" }).WaitForAsync();
        await leo.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await leo.GetByRole(AriaRole.Button, new() { Name = "Enroll" }).WaitForAsync();
    }

    [Fact]
    public async Task A_visitor_paints_their_week_and_the_courses_stand_in_the_order_in_which_they_fit()
    {
        var page = await school.Open(null, "/courses", new() { ViewportSize = new() { Width = 1440, Height = 900 }, TimezoneId = "Europe/Lisbon" });
        var statistics = page.Locator("article", new() { HasText = "Introduction to Statistics" });
        var tuesday17 = page.GetByRole(AriaRole.Gridcell, new() { Name = "Tue 17:00" });
        await tuesday17.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await statistics.GetByText("No class fits").WaitForAsync();
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await statistics.GetByText("Every class fits").WaitForAsync();
        await page.GetByText("1.5 h free").WaitForAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Best fit first" }).WaitForAsync();
        await page.SaveScreens("finder");
        await page.AssertAccessible();

        await page.ReloadAsync();
        await statistics.GetByText("Every class fits").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase" }).ClickAsync();
        await tuesday17.ScrollIntoViewIfNeededAsync();
        await tuesday17.ClickAsync();
        await statistics.GetByText("No class fits").WaitForAsync();
        await Assertions.Expect(page.Locator("[data-found] article .title").Last).ToHaveTextAsync("Introduction to Statistics");
    }

    [Fact]
    public async Task A_student_sees_the_next_class_count_down_and_opens_another_week()
    {
        var page = await school.Open(Cast.Mei, "/courses/statistics");
        await page.Locator("count-down").WaitForAsync();
        await page.SaveScreens("course");
        await page.AssertAccessible();
        await page.GetByRole(AriaRole.Link, new() { Name = "Week 10 · Intervals" }).ClickAsync();
        await page.GetByText("Intervals: Lecture 8, variance").WaitForAsync();
        await page.GetByText("Weeks 1 to 8").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Week 3 · Spread" }).WaitForAsync();
    }

    [Fact]
    public async Task In_Arabic_the_course_runs_from_right_to_left()
    {
        await school.Write(async db => (await db.People.AsTracking().SingleAsync(person => person.Email == Cast.EmailOf(Cast.Samir))).Describe("Samir Haddad", "Europe/Oslo", "ar"));
        var page = await school.Open(Cast.Samir, "/courses/statistics");
        Assert.Equal("rtl", await page.Locator("html").GetAttributeAsync("dir"));
        await page.SaveScreens("course-arabic");
        await page.AssertAccessible();
    }

    [Fact]
    public async Task An_instructor_manages_the_people_of_the_course()
    {
        var page = await school.Open(Cast.Amara, "/courses/statistics/people");
        await page.GetByLabel("Change Lucía Fernández").ClickAsync();
        await page.SaveScreens("people");
        await page.AssertAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Lucía Fernández" }).ClickAsync();
        await page.GetByText("Lucía Fernández is out of the course.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.GetByLabel("Change Lucía Fernández").WaitForAsync();

        await page.SetInputFilesAsync("#list", new FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = "name,email\nAda Nilsen,ada@harbour.example\nNobody,not an address\n"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at it" }).ClickAsync();
        await page.GetByText("What the list will do").WaitForAsync();
        await page.SaveScreens("people-list");
        await page.AssertAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Do it" }).ClickAsync();
        await page.GetByText("new to the school: invited").WaitForAsync();
    }

    [Fact]
    public async Task The_settings_of_a_course_and_a_new_one_are_accessible()
    {
        var page = await school.Open(Cast.Amara, "/courses/statistics/settings");
        await page.SaveScreens("course-settings");
        await page.AssertAccessible();
        await page.GotoAsync(new Uri(school.Address, "/courses/new").ToString());
        await page.AssertAccessible();
        await page.GetByLabel("Title").FillAsync("Marine Biology");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the course" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Begin with a first module" }).WaitForAsync();
        await page.AssertAccessible();
    }
}
