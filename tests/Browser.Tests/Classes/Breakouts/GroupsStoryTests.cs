using Lyceum.Domain.Courses;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes.Breakouts;

public sealed class GroupsStoryTests(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    [Fact]
    public async Task A_class_is_split_by_the_groups_of_its_course_who_comes_late_goes_to_theirs_and_all_are_queued_to_present()
    {
        await AddGroups("Project teams", ("Bus times", [Cast.Mei, Cast.Jonas]), ("Harbour tides", [Cast.Lucia, Cast.Noah]), ("Coffee queues", [Cast.Arjun]));
        await AddGroups("Pairs", ("Pair 1", [Cast.Mei, Cast.Samir]), ("Pair 2", [Cast.Jonas, Cast.Lucia]));
        var classId = await school.AddClass();
        var amara = await school.Open(Cast.Amara, At(classId, "/presentations"));
        await amara.GetByLabel("Group", new() { Exact = true }).SelectOptionAsync("Project teams: one after the other");
        await amara.GetByLabel("Minutes for each").FillAsync("8");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Put into the queue" }).ClickAsync();
        await Expect(amara.Locator(".slot-list h2")).ToHaveTextAsync(["Bus times", "Harbour tides", "Coffee queues"]);
        await amara.AssertAccessible();
        await amara.SaveScreens("presentations-groups");

        await amara.GotoAsync(new Uri(school.Address, At(classId, "/room")).ToString());
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await amara.IsLive();
        var mei = await school.Open(Cast.Mei, At(classId, "/room"));
        await mei.IsLive();
        var samir = await school.Open(Cast.Samir, At(classId, "/room"));
        await samir.IsLive();

        await amara.Keyboard.PressAsync("r");
        await amara.GetByRole(AriaRole.Button, new() { Name = "By groups" }).ClickAsync();
        await amara.GetByLabel("Groups of the course").SelectOptionAsync("Project teams");
        await Expect(amara.Locator(".breakout-rooms > li")).ToHaveCountAsync(4);
        await Expect(amara.Locator(".breakout-none")).ToContainTextAsync("Samir Haddad");
        await amara.AssertAccessible();
        await amara.SaveScreens("breakouts-groups");
        await amara.Locator(".breakout-none .breakout-chip").FocusAsync();
        await amara.Keyboard.PressAsync("Enter");
        await amara.Keyboard.PressAsync("2");
        await Expect(amara.Locator(".breakout-none")).ToHaveCountAsync(0);
        await amara.GetByRole(AriaRole.Button, new() { Name = "Open 3 rooms" }).ClickAsync();
        await Expect(mei.Locator(".room-titles h1")).ToHaveTextAsync("Bus times");
        await Expect(samir.Locator(".room-titles h1")).ToHaveTextAsync("Harbour tides");

        var jonas = await school.Open(Cast.Jonas, At(classId, "/room"));
        await Expect(jonas.Locator(".room-bar")).ToContainTextAsync("Your breakout room is Bus times");
        await jonas.GetByRole(AriaRole.Button, new() { Name = "Go there" }).ClickAsync();
        await Expect(jonas.Locator(".room-titles h1")).ToHaveTextAsync("Bus times");
        await amara.SaveScreens("breakouts-groups-open");
        await amara.AssertAccessible();
    }

    private async Task AddGroups(string name, params (string Name, string[] Who)[] groups)
    {
        var set = GroupSet.New(school.Statistics.Id, name, school.Clock.GetCurrentInstant()).Value;
        await school.Write(db =>
        {
            db.GroupSets.Add(set);
            foreach (var (called, who) in groups)
            {
                var group = CourseGroup.New(set.Id, Array.FindIndex(groups, one => one.Name == called) + 1, called).Value;
                db.Groups.Add(group);
                db.GroupMembers.AddRange(who.Select(one => GroupMember.Of(group, school.People[one])));
            }
        });
    }
}
