using System.Net;
using Lyceum.Domain;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Tests.Courses;

public sealed class AccommodationTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private const string People = "/courses/statistics/people";

    private async Task Grant(string who, int later, string unit = "days", string factor = "1")
    {
        var amara = await school.SignIn(Cast.Amara);
        var granted = await amara.PostForm(People, new() { ["person"] = school.People[who].ToString(), ["factor"] = factor, ["later"] = $"{later}", ["unit"] = unit }, People + "?handler=Grant");
        Assert.Equal(HttpStatusCode.Redirect, granted.StatusCode);
    }

    /// <summary>Was due yesterday and takes nothing late.</summary>
    private async Task<Activity> DueYesterday()
    {
        var activity = Activity.New(school.Week9, ActivityKind.Assignment, "Problem set 8", 30, points: 10).Value;
        activity.Schedule(new Window(null, SchoolFixture.Start - Duration.FromDays(1), null));
        activity.Publish();
        var assignment = Assignment.For(activity);
        assignment.Describe(RichText.Markdown("Draw."), true, true, LateRule.NotAccepted, 0);
        await school.Write(db => { db.Activities.Add(activity); db.Assignments.Add(assignment); });
        return activity;
    }

    [Fact]
    public async Task Whoever_was_granted_later_due_dates_hands_in_on_time_when_others_are_too_late()
    {
        var activity = await DueYesterday();
        var url = $"/courses/statistics/assignments/{activity.Id}";
        await Grant(Cast.Mei, 3);
        var mei = await school.SignIn(Cast.Mei);
        Assert.Contains("3 days later for you", await mei.GetStringAsync(url));
        Assert.Equal(HttpStatusCode.Redirect, (await mei.PostForm(url, new() { ["Text"] = "Mine." }, url + "?handler=HandIn")).StatusCode);
        Assert.False(await school.Read(db => db.Submissions.Where(one => one.ActivityId == activity.Id).Select(one => one.IsLate).SingleAsync()));
        Assert.Equal(HttpStatusCode.Gone, (await (await school.SignIn(Cast.Jonas)).PostForm(url, new() { ["Text"] = "Mine." }, url + "?handler=HandIn")).StatusCode);

        var amara = await school.SignIn(Cast.Amara);
        Assert.Contains("due 3 days later", await amara.GetStringAsync($"{url}/submissions/{school.People[Cast.Mei]}"));
        Assert.Contains("due 3 days later", await amara.GetStringAsync(People));
        Assert.DoesNotContain("due 3 days later", await mei.GetStringAsync(People));
    }

    [Fact]
    public async Task The_gradebook_misses_nothing_before_it_is_due_for_that_person_and_their_pages_show_their_date()
    {
        await DueYesterday();
        await Grant(Cast.Lucia, 50, "hours");
        Assert.DoesNotContain("missing", await (await school.SignIn(Cast.Lucia)).GetStringAsync("/courses/statistics/grades"));
        Assert.Contains("missing", await (await school.SignIn(Cast.Samir)).GetStringAsync("/courses/statistics/grades"));
        Assert.Contains("50 hours later for you", await (await school.SignIn(Cast.Lucia)).GetStringAsync("/courses/statistics/grades"));
        Assert.Contains("Wed 20:00", await (await school.SignIn(Cast.Lucia)).GetStringAsync("/courses/statistics"));
    }

    [Fact]
    public async Task What_was_granted_is_audited_and_taken_back()
    {
        await Grant(Cast.Noah, 2, factor: "1.5");
        await Grant(Cast.Noah, 0);
        var id = school.People[Cast.Noah];
        Assert.False(await school.Read(db => db.Accommodations.AnyAsync(one => one.PersonId == id)));
        Assert.Equal(["time × 1.5, due 48 h later", "time × 1, due 0 h later"],
            await school.Read(db => db.Audit.Where(entry => entry.What == "AccommodationGranted" && entry.SubjectId == id).OrderBy(entry => entry.Id).Select(entry => entry.Detail).ToListAsync()));
    }

    [Fact]
    public async Task More_than_sixty_days_are_refused()
    {
        var amara = await school.SignIn(Cast.Amara);
        var answer = await amara.PostForm(People, new() { ["person"] = school.People[Cast.Mei].ToString(), ["factor"] = "1", ["later"] = "61", ["unit"] = "days" }, People + "?handler=Grant");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
