using System.Net;
using Lyceum.Data.Courses;
using Lyceum.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Tests.Courses.Groups;

public sealed class GroupPagesTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private const string Home = "/courses/statistics/people/groups";

    [Fact]
    public async Task An_instructor_deals_everybody_by_chance_moves_one_and_members_find_their_group_on_People()
    {
        var set = await Make("Project teams", new() { ["Number"] = "3", ["Unit"] = "people" });
        var dealt = await Filled(set);
        Assert.Empty(dealt.InNone);
        Assert.Equal(["Group 1", "Group 2", "Group 3"], dealt.Groups.Select(one => one.Group.Name));
        Assert.All(dealt.Groups, one => Assert.InRange(one.Members.Count, 2, 3));

        var mei = school.People[Cast.Mei];
        var other = dealt.Groups.First(one => one != dealt.GroupOf(mei)).Group;
        await Post(set, "Move", ("person", mei), ("group", other.Id));
        await Post(set, "Rename", ("group", other.Id), ("name", "Bus times"));
        Assert.Equal("Bus times", (await Filled(set)).GroupOf(mei)!.Group.Name);
        var page = await (await school.SignIn(Cast.Mei)).GetStringAsync("/courses/statistics/people");
        Assert.Contains("Your group in Project teams", page);
        Assert.Contains("Bus times", page);
    }

    [Fact]
    public async Task A_group_that_is_removed_sets_its_people_free_and_brings_them_back_but_for_those_who_went_elsewhere()
    {
        var set = await Make("Tables", new() { ["Number"] = "2", ["Unit"] = "groups" });
        var before = await Filled(set);
        var gone = before.Groups[0];
        await Post(set, "Remove", ("group", gone.Group.Id));
        Assert.Equal(gone.Members.Select(one => one.PersonId), (await Filled(set)).InNone.Select(one => one.PersonId));
        await Post(set, "Move", ("person", gone.Members[0].PersonId), ("group", before.Groups[1].Group.Id));
        await Post(set, "Return", ("group", gone.Group.Id));
        var after = await Filled(set);
        Assert.Equal(gone.Members.Skip(1).Select(one => one.PersonId), after.Groups[0].Members.Select(one => one.PersonId));
        Assert.Empty(after.InNone);
    }

    [Fact]
    public async Task Those_in_no_group_are_dealt_in_without_moving_anybody_and_all_are_dealt_anew_when_asked()
    {
        var set = await Make("By hand", new() { ["Way"] = "ByHand", ["Number"] = "2", ["Unit"] = "groups" });
        var empty = await Filled(set);
        Assert.All(empty.Groups, one => Assert.Empty(one.Members));
        var mei = school.People[Cast.Mei];
        await Post(set, "Move", ("person", mei), ("group", empty.Groups[1].Group.Id));
        await Post(set, "Deal", ("everybody", false));
        var dealt = await Filled(set);
        Assert.Equal(empty.Groups[1].Group.Id, dealt.GroupOf(mei)!.Group.Id);
        Assert.Empty(dealt.InNone);
        await Post(set, "Deal", ("everybody", true));
        Assert.Equal(dealt.Groups.Sum(one => one.Members.Count), (await Filled(set)).Groups.Sum(one => one.Members.Count));
        await Post(set, "Move", ("person", mei), ("group", ""));
        Assert.Null((await Filled(set)).GroupOf(mei));
    }

    [Fact]
    public async Task Students_choose_their_group_until_it_is_full_and_the_date_is_over()
    {
        var until = new LocalDateTime(2026, 11, 24, 20, 0);
        var set = await Make("Topics", new() { ["Way"] = "TheyChoose", ["Number"] = "2", ["Unit"] = "groups", ["Most"] = "1", ["Until"] = $"{until:uuuu-MM-ddTHH:mm}" });
        var groups = (await Filled(set)).Groups.Select(one => one.Group.Id).ToList();
        Assert.Equal(HttpStatusCode.Redirect, await Choose(Cast.Mei, set, groups[0]));
        Assert.Equal(HttpStatusCode.Conflict, await Choose(Cast.Jonas, set, groups[0]));
        Assert.Equal(HttpStatusCode.Redirect, await Choose(Cast.Jonas, set, groups[1]));
        Assert.Equal(HttpStatusCode.Redirect, await Choose(Cast.Mei, set, null));
        Assert.Equal(HttpStatusCode.Redirect, await Choose(Cast.Jonas, set, groups[0]));
        Assert.Equal(HttpStatusCode.NotFound, await Choose(Cast.Elif, set, groups[1]));
        Assert.Equal(HttpStatusCode.NotFound, await Choose(Cast.Leo, set, groups[1]));
        school.Clock.AdvanceHours(3);
        Assert.Equal(HttpStatusCode.Gone, await Choose(Cast.Mei, set, groups[1]));
        Assert.Equal(groups[0], (await Filled(set)).GroupOf(school.People[Cast.Jonas])!.Group.Id);
        Assert.Contains("Choosing is over.", await (await school.SignIn(Cast.Mei)).GetStringAsync(Home));
        school.Clock.AdvanceHours(-3);
    }

    [Fact]
    public async Task The_last_place_goes_to_one_of_those_who_choose_it_at_once()
    {
        var set = await Make("Scarce", new() { ["Way"] = "TheyChoose", ["Number"] = "1", ["Unit"] = "groups", ["Most"] = "1" });
        var group = (await Filled(set)).Groups.Single().Group.Id;
        string[] who = [Cast.Mei, Cast.Jonas, Cast.Lucia, Cast.Samir, Cast.Noah, Cast.Arjun];
        foreach (var one in who) await school.SignIn(one);
        var answers = await Task.WhenAll(who.Select(one => Choose(one, set, group)));
        Assert.Equal(1, answers.Count(status => status == HttpStatusCode.Redirect));
        Assert.Single((await Filled(set)).Groups.Single().Members);
    }

    [Fact]
    public async Task Whoever_leaves_the_course_is_in_no_group_of_it_and_in_theirs_again_on_coming_back()
    {
        var set = await Make("Pairs", new() { ["Number"] = "2", ["Unit"] = "people" });
        var samir = school.People[Cast.Samir];
        var own = (await Filled(set)).GroupOf(samir)!.Group.Id;
        await PostTo("/courses/statistics/people", "Remove", ("person", samir));
        var without = await Filled(set);
        Assert.Null(without.GroupOf(samir));
        Assert.DoesNotContain(without.InNone, one => one.PersonId == samir);
        await PostTo("/courses/statistics/people", "Return", ("person", samir));
        Assert.Equal(own, (await Filled(set)).GroupOf(samir)!.Group.Id);
    }

    [Fact]
    public async Task Groups_that_are_removed_altogether_come_back_with_everybody_in_them()
    {
        var set = await Make("Debates", new() { ["Number"] = "2", ["Unit"] = "groups" });
        await Post(set, "RemoveSet");
        var amara = await school.SignIn(Cast.Amara);
        Assert.Equal(HttpStatusCode.NotFound, (await amara.GetAsync($"{Home}/{set}")).StatusCode);
        Assert.Contains("These groups are gone", await amara.GetStringAsync($"{Home}?removed={set}"));
        await PostTo(Home, "Return", ("set", set));
        Assert.Empty((await Filled(set)).InNone);
    }

    [Fact]
    public async Task Two_sets_and_two_groups_of_one_set_have_different_names_and_a_set_of_one_course_is_no_other_s()
    {
        var set = await Make("Once", new() { ["Number"] = "2", ["Unit"] = "groups" });
        var amara = await school.SignIn(Cast.Amara);
        Assert.Equal(HttpStatusCode.Conflict, (await amara.PostForm(Home, new() { ["Name"] = "once", ["Number"] = "2" }, $"{Home}?handler=Make")).StatusCode);
        var groups = (await Filled(set)).Groups;
        Assert.Equal(HttpStatusCode.Conflict, (await Send($"{Home}/{set}", "Rename", ("group", groups[0].Group.Id), ("name", "Group 2"))).StatusCode);
        var ingrid = await school.SignIn(Cast.IngridDahl);
        Assert.Equal(HttpStatusCode.NotFound, (await ingrid.GetAsync($"/courses/writing/people/groups/{set}")).StatusCode);
        Assert.Empty(await school.Read(db => db.GroupSetsVisibleTo(new Viewer(school.People[Cast.Leo], false)).Where(one => one.Id == set).ToListAsync()));
        Assert.Empty(await school.Read(db => db.GroupSetsVisibleTo(new Viewer(null, false)).ToListAsync()));
    }

    private async Task<Guid> Make(string name, Dictionary<string, string> fields)
    {
        fields["Name"] = name;
        fields.TryAdd("Way", "ByChance");
        var made = await (await school.SignIn(Cast.Amara)).PostForm(Home, fields, $"{Home}?handler=Make");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return Guid.Parse(made.Headers.Location!.ToString().Split('/')[^1]);
    }

    private async Task<FilledGroupSet> Filled(Guid set) =>
        (await school.Read(db => db.GroupsOf(new Viewer(school.People[Cast.Amara], false), school.Statistics.Id, default, set))).Single();

    private async Task<HttpStatusCode> Choose(string who, Guid set, Guid? group)
    {
        var browser = await school.SignIn(who);
        return (await browser.PostForm("/courses", new() { ["set"] = $"{set}", ["group"] = $"{group}" }, $"{Home}?handler=Choose")).StatusCode;
    }

    private Task Post(Guid set, string handler, params (string Name, object Value)[] fields) => PostTo($"{Home}/{set}", handler, fields);

    private async Task PostTo(string page, string handler, params (string Name, object Value)[] fields) => Assert.Equal(HttpStatusCode.Redirect, (await Send(page, handler, fields)).StatusCode);

    private async Task<HttpResponseMessage> Send(string page, string handler, params (string Name, object Value)[] fields) =>
        await (await school.SignIn(Cast.Amara)).PostForm(page, fields.ToDictionary(field => field.Name, field => $"{field.Value}"), $"{page}?handler={handler}");
}
