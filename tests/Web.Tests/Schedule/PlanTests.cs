using System.Net;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Tests.Schedule;

public sealed class PlanTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private const string Page = "/courses/statistics/classes/plan";

    [Fact]
    public async Task Eight_weekly_classes_across_a_change_of_clocks_stand_in_their_weeks_at_the_same_hour()
    {
        var amara = await school.SignIn(Cast.Amara);
        var answer = await amara.PostForm(Page, Rule("2027-03-02", weeks: 8), Page + "?handler=Publish");
        Assert.Equal("/courses/statistics/classes?planned=8&held=0", answer.Headers.Location?.ToString());

        var sessions = await Planned("2027-03-02");
        Assert.Equal(8, sessions.Count);
        Assert.Equal(["17:00", "17:00", "17:00", "17:00", "16:00", "16:00", "16:00", "16:00"], sessions.Select(s => s.Starts.ToString("HH:mm", null)));
        Assert.Equal(Instant.FromUtc(2027, 3, 7, 22, 59), sessions[0].ReplayCountsUntil);
        var modules = await school.Read(db => db.Activities.Where(a => a.Kind == ActivityKind.ClassSession && a.Title.StartsWith("Spring classes")).Join(db.Modules, a => a.ModuleId, m => m.Id, (_, m) => m.StartsOn).ToListAsync());
        Assert.Contains(new LocalDate(2027, 3, 29), modules);
    }

    [Fact]
    public async Task Planning_again_moves_what_has_not_begun_and_takes_a_skipped_date_off_without_losing_it()
    {
        var amara = await school.SignIn(Cast.Amara);
        await amara.PostForm(Page, Rule("2027-03-02", weeks: 3), Page + "?handler=Publish");
        var before = await Planned("2027-03-02");
        var changed = Rule("2027-03-02", weeks: 3);
        changed["Form.At"] = "19:00";
        changed["Form.Exceptions[0].Date"] = "2027-03-09";
        changed["Form.Exceptions[0].Reason"] = "Winter break";
        changed["Form.Exceptions[1].Date"] = "2027-03-16";
        changed["Form.Exceptions[1].To"] = "2027-03-17T12:00";
        await amara.PostForm(Page, changed, Page + "?handler=Publish");
        var after = await Planned("2027-03-02");
        Assert.Equal(before.Select(s => s.ActivityId), after.Select(s => s.ActivityId));
        Assert.Equal(Instant.FromUtc(2027, 3, 2, 18, 0), after[0].Starts);
        Assert.Equal(Instant.FromUtc(2027, 3, 17, 11, 0), after.Single(s => s.PlanDate == new LocalDate(2027, 3, 16)).Starts);
        var skipped = after.Single(s => s.PlanDate == new LocalDate(2027, 3, 9)).ActivityId;
        Assert.False(await school.Read(db => db.Activities.Where(a => a.Id == skipped).Select(a => a.IsPublished).SingleAsync()));
    }

    [Fact]
    public async Task A_class_at_the_hour_of_another_class_of_the_same_instructor_is_held_back_and_can_be_moved_by_one_button()
    {
        await school.Write(db => { db.Enrollments.Add(Enrollment.New(school.Writing.Id, school.People[Cast.Amara], CourseRole.Instructor, SchoolFixture.Start)); });
        var module = Module.New(school.Writing.Id, 1, "Defences").Value;
        await school.Write(db => { db.Modules.Add(module); });
        var defence = await school.AddActivity(ActivityKind.ClassSession, "Thesis defence", module: module);
        await school.Write(db => { db.ClassSessions.Add(ClassSession.New(defence, Instant.FromUtc(2027, 1, 12, 16, 30), Instant.FromUtc(2027, 1, 12, 17, 30)).Value); });
        var amara = await school.SignIn(Cast.Amara);

        var shown = await (await amara.PostForm(Page, Rule("2027-01-12", weeks: 2))).Content.ReadAsStringAsync();
        Assert.Contains("Thesis defence of Academic Writing is until 18:30.", WebUtility.HtmlDecode(shown));
        Assert.Contains("Publish 1, hold 1", shown);
        var resolved = await (await amara.PostForm(Page, Rule("2027-01-12", weeks: 2), Page + "?handler=Resolve&date=2027-01-12&to=2027-01-12T18:30")).Content.ReadAsStringAsync();
        Assert.Contains("Publish 2", resolved);
    }

    [Fact]
    public async Task The_page_says_when_the_clocks_change_for_students_elsewhere()
    {
        var amara = await school.SignIn(Cast.Amara);
        var shown = WebUtility.HtmlDecode(await (await amara.PostForm(Page, Rule("2027-03-02", weeks: 6))).Content.ReadAsStringAsync());
        Assert.Contains("Sun 14 Mar, New York goes to summer time", shown);
        Assert.Contains("Sun 28 Mar, Oslo goes to summer time", shown);
        Assert.Contains("13:00 from 16 Mar to 23 Mar", shown);
    }

    [Fact]
    public async Task A_rule_that_cannot_be_is_refused_at_its_field_and_what_was_typed_stays()
    {
        var amara = await school.SignIn(Cast.Amara);
        var answer = await amara.PostForm(Page, Rule("2027-03-02", weeks: 99), Page + "?handler=Publish");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var shown = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Plan between 1 and 60 weeks.", shown);
        Assert.Contains("Spring classes", shown);
    }

    [Fact]
    public async Task A_draft_is_kept_and_makes_no_classes()
    {
        var dahl = await school.SignIn(Cast.IngridDahl);
        await dahl.PostForm("/courses/writing/classes/plan", Rule("2027-04-06", weeks: 2), "/courses/writing/classes/plan?handler=Draft");
        Assert.NotNull(await school.Read(db => db.ClassPlans.SingleOrDefaultAsync(p => p.CourseId == school.Writing.Id)));
        Assert.Empty(await school.Read(db => db.ClassSessions.Where(s => s.CourseId == school.Writing.Id && s.PlanId != null).ToListAsync()));
    }

    [Fact]
    public async Task A_section_has_weekly_times_of_its_own_beside_those_of_the_course()
    {
        var course = await school.AddCourse("labs", Cast.Amara);
        const string page = "/courses/labs/classes/plan";
        var lab = Section.New(course.Id, "Evening lab").Value;
        await school.Write(db => { db.Sections.Add(lab); });
        var amara = await school.SignIn(Cast.Amara);
        Assert.Contains("Evening lab", await amara.GetStringAsync(page));
        Assert.Equal(HttpStatusCode.NotFound, (await amara.GetAsync($"{page}?section={Guid.NewGuid()}")).StatusCode);
        Assert.Contains("value=\"Evening lab\"", await amara.GetStringAsync($"{page}?section={lab.Id}"));

        var whole = Rule("2027-05-04", weeks: 2);
        whole["Form.Title"] = "May classes";
        await amara.PostForm(page, whole, page + "?handler=Publish");
        var own = Rule("2027-05-06", weeks: 2);
        (own["Form.Section"], own["Form.Title"], own["Form.Days"], own["Form.At"]) = ($"{lab.Id}", "Evening lab", $"{(int)IsoDayOfWeek.Thursday}", "20:00");
        Assert.Equal($"/courses/labs/classes?planned=2&held=0&section={lab.Id}", (await amara.PostForm(page, own, page + "?handler=Publish")).Headers.Location?.ToString());

        Assert.Equal(2, (await Shown("May classes")).Count);
        var labs = await Shown("Evening lab");
        Assert.Equal([Instant.FromUtc(2027, 5, 6, 18, 0), Instant.FromUtc(2027, 5, 13, 18, 0)], labs.Select(one => one.Starts));
        Assert.All(labs, one => Assert.Equal(lab.Id, one.SectionId));

        var foreign = Section.New(school.Writing.Id, "Elsewhere").Value;
        await school.Write(db => { db.Sections.Add(foreign); });
        own["Form.Section"] = $"{foreign.Id}";
        Assert.Equal(HttpStatusCode.NotFound, (await amara.PostForm(page, own, page + "?handler=Publish")).StatusCode);

        Task<List<ClassSession>> Shown(string title) => school.Read(db => db.ClassSessions
            .Where(one => one.CourseId == course.Id && db.Activities.Any(a => a.Id == one.ActivityId && a.Title.StartsWith(title))).OrderBy(one => one.Starts).ToListAsync());
    }

    [Fact]
    public async Task A_publishing_is_taken_back_to_what_students_saw_before_it()
    {
        const string plan = "/courses/summer/classes/plan";
        var course = await school.AddCourse("summer", Cast.IngridDahl);
        var dahl = await school.SignIn(Cast.IngridDahl);
        await dahl.PostForm(plan, Summer(2, "18:00"), plan + "?handler=Publish");
        await dahl.PostForm(plan, Summer(3, "19:00"), plan + "?handler=Publish");
        Assert.Equal(["17:00", "17:00", "17:00"], await Shown());
        Assert.Contains("handler=TakeBack", await dahl.GetStringAsync("/courses/summer/classes?planned=3"));
        // A draft in between is not what students see.
        await dahl.PostForm(plan, Summer(5, "07:00"), plan + "?handler=Draft");

        Assert.Equal($"{plan}?takenBack=true", (await TakeBack()).Headers.Location?.ToString());
        Assert.Equal(["16:00", "16:00"], await Shown());
        await dahl.PostForm(plan, Summer(1, "18:00"), plan + "?handler=Publish");
        Assert.Equal(["16:00"], await Shown());
        await TakeBack();
        Assert.Equal(["16:00", "16:00"], await Shown());
        await TakeBack();
        Assert.Empty(await Shown());

        Task<HttpResponseMessage> TakeBack() => dahl.PostForm(plan, [], plan + "?handler=TakeBack");

        async Task<List<string>> Shown() => (await school.Read(db => db.ClassSessions.Where(one => one.CourseId == course.Id && one.PlanId != null
            && db.Activities.Any(a => a.Id == one.ActivityId && a.IsPublished)).OrderBy(one => one.Starts).ToListAsync())).ConvertAll(one => one.Starts.ToString("HH:mm", null));

        static Dictionary<string, string> Summer(int weeks, string at)
        {
            var rule = Rule("2027-06-01", weeks);
            (rule["Form.Title"], rule["Form.At"]) = ("Summer classes", at);
            return rule;
        }
    }

    [Fact]
    public async Task A_whole_week_is_left_out_at_once()
    {
        var amara = await school.SignIn(Cast.Amara);
        var rule = Rule("2027-02-16", weeks: 3);
        rule.Remove("Form.Days");
        (rule["Form.Days[0]"], rule["Form.Days[1]"]) = ($"{(int)IsoDayOfWeek.Tuesday}", $"{(int)IsoDayOfWeek.Thursday}");
        (rule["Form.Added.Date"], rule["Form.Added.Reason"]) = ("2027-02-23,2027-02-25", "Winter break");
        var shown = WebUtility.HtmlDecode(await (await amara.PostForm(Page, rule, Page + "?handler=Except")).Content.ReadAsStringAsync());
        Assert.Contains("Publish 4", shown);
        Assert.Contains("No class, Winter break", shown);

        rule["Form.Added.To"] = "2027-02-26T12:00";
        Assert.Equal(HttpStatusCode.BadRequest, (await amara.PostForm(Page, rule, Page + "?handler=Except")).StatusCode);
    }

    private async Task<List<ClassSession>> Planned(string from)
    {
        var all = await school.Read(db => db.ClassSessions.Where(s => db.Activities.Any(a => a.Id == s.ActivityId && a.Title.StartsWith("Spring classes"))).OrderBy(s => s.Starts).ToListAsync());
        return all.FindAll(s => s.PlanDate >= NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value);
    }

    private static Dictionary<string, string> Rule(string from, int weeks) => new()
    {
        ["Form.Title"] = "Spring classes", ["Form.Days"] = $"{(int)IsoDayOfWeek.Tuesday}", ["Form.At"] = "18:00", ["Form.Minutes"] = "75", ["Form.From"] = from,
        ["Form.Weeks"] = $"{weeks}", ["Form.Zone"] = "Europe/Oslo", ["Form.LobbyMinutes"] = "10", ["Form.Points"] = "1",
    };
}
