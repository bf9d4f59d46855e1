using System.Net;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Imports;
using Lyceum.Domain.Quizzes;
using Lyceum.Tests.Cartridges;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Imports;

public sealed class CartridgeImportTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private const string Page = "/courses/statistics/import";

    [Fact]
    public async Task An_instructor_imports_a_course_and_reads_what_came_and_what_did_not()
    {
        var import = await school.Import(Cast.Amara, Page, new SampleCartridge().ToArray());
        Assert.Equal(ImportState.Done, import.State);
        Assert.Equal(["The mean", "Say hello", "Spread", "Check yourself", "Measure something", "Open data", "Other files"], import.Report.Items.Select(i => i.Title));
        var html = await (await school.SignIn(Cast.Amara)).GetStringAsync($"/imports/{import.Id}");
        Assert.Contains("Means and spread", html);
        Assert.Contains("This opens an external tool (LTI), which cannot be imported.", WebUtility.HtmlDecode(html));
        Assert.Contains($"/courses/statistics/quizzes/{import.Report.Items[3].ActivityId}", html);
    }

    [Fact]
    public async Task A_page_arrives_clean_with_its_links_leading_to_our_own()
    {
        var import = await school.Import(Cast.Amara, Page, new SampleCartridge().Replace("imsmanifest.xml", "\"sample\"", "\"clean\"").ToArray());
        var (mean, spread) = (import.Report.Items[0].ActivityId, import.Report.Items[2].ActivityId);
        var body = (await school.Read(db => db.Readings.SingleAsync(r => r.ActivityId == mean))).Body.Text;
        Assert.Contains($"href=\"/courses/statistics/readings/{spread}#part-how\"", body);
        Assert.Contains("<span class=\"math\">\\(\\bar{x}=\\frac{1}{n}\\sum x_i\\)</span>", body);
        Assert.Matches("<img src=\"/files/[0-9a-f-]{36}/chart.svg\" alt=\"Chart\"", body);
        Assert.DoesNotContain("script", body);
        Assert.DoesNotContain("onclick", body);
        Assert.Contains("a paper", body);
        Assert.Equal(
            ["It refers to {0}, which did not come along.", "It held script, which was removed.", "It showed {0} within the page; that became a link."],
            import.Report.Losses.Where(l => l.Subject == "The mean").Select(l => l.Message));
    }

    [Fact]
    public async Task A_quiz_arrives_with_its_question_and_an_assignment_with_its_points()
    {
        var import = await school.Import(Cast.Amara, Page, new SampleCartridge().Replace("imsmanifest.xml", "\"sample\"", "\"quiz\"").ToArray());
        var quiz = import.Report.Items.Single(i => i.Kind == ActivityKind.Quiz).ActivityId;
        var question = await school.Read(db => db.Questions.SingleAsync(q => q.QuizId == quiz));
        Assert.Equal("Sum over count", ((SingleChoice)question.Content).Choices.Single(c => c.IsRight).Text.Text);
        var work = import.Report.Items.Single(i => i.Kind == ActivityKind.Assignment).ActivityId;
        Assert.Equal(20, (await school.Read(db => db.Activities.SingleAsync(a => a.Id == work))).Points);
        Assert.True(await school.Read(db => db.Assignments.AnyAsync(a => a.ActivityId == work && a.TakesFiles && !a.TakesText)));
    }

    [Fact]
    public async Task The_same_package_again_makes_nothing_twice()
    {
        var package = new SampleCartridge().Replace("imsmanifest.xml", "\"sample\"", "\"again\"").ToArray();
        await school.Import(Cast.Amara, Page, package);
        var before = await Rows();
        var again = await school.Import(Cast.Amara, Page, package);
        Assert.Equal(6, again.Report.Count(ImportFate.Unchanged));
        Assert.Equal(6, again.Report.Items.Count);
        Assert.Equal(before, await Rows());
    }

    [Fact]
    public async Task A_newer_package_updates_what_changed_and_leaves_the_rest()
    {
        var package = new SampleCartridge().Replace("imsmanifest.xml", "\"sample\"", "\"newer\"");
        var first = await school.Import(Cast.Amara, Page, package.ToArray());
        var again = await school.Import(Cast.Amara, Page, package.Replace("pages/spread.html", "How far", "How very far").ToArray());
        Assert.Equal("Spread", Assert.Single(again.Report.Items, i => i.Fate == ImportFate.Updated).Title);
        Assert.Equal(first.Report.Items.Take(6).Select(i => i.ActivityId), again.Report.Items.Select(i => i.ActivityId));
        var spread = again.Report.Items[2].ActivityId;
        Assert.Contains("How very far", (await school.Read(db => db.Readings.SingleAsync(r => r.ActivityId == spread))).Body.Text);
    }

    [Fact]
    public async Task What_was_taken_out_of_the_course_stays_out()
    {
        var package = new SampleCartridge().Replace("imsmanifest.xml", "\"sample\"", "\"out\"");
        var first = await school.Import(Cast.Amara, Page, package.ToArray());
        var spread = first.Report.Items[2].ActivityId;
        await school.Write(async db => (await db.Activities.AsTracking().SingleAsync(a => a.Id == spread)).Remove(SchoolFixture.Start));
        var again = await school.Import(Cast.Amara, Page, package.Replace("pages/spread.html", "How far", "Again: how far").ToArray());
        Assert.Equal(ImportFate.LeftAlone, again.Report.Items.Single(i => i.ActivityId == spread).Fate);
        Assert.False(await school.Read(db => db.Activities.AnyAsync(a => a.Id == spread)));
    }

    [Fact]
    public async Task A_large_package_comes_in_parts_and_in_its_order()
    {
        var import = await school.Import(Cast.Amara, Page, new SampleCartridge().WithPages(130).Replace("imsmanifest.xml", "\"sample\"", "\"large\"").ToArray());
        Assert.Equal((ImportState.Done, 130 + 7), (import.State, import.Report.Count(ImportFate.Made)));
        Assert.Equal(["Page 1", "Page 2", "Page 130", "The mean"], new[] { 0, 1, 129, 130 }.Select(at => import.Report.Items[at].Title));
        Assert.Equal((137, 137), (import.StepDone, import.StepTotal));
        var last = import.Report.Items[129].ActivityId;
        Assert.Contains("Words of page 130.", (await school.Read(db => db.Readings.SingleAsync(reading => reading.ActivityId == last))).Body.Text);
    }

    [Fact]
    public async Task Staff_make_a_course_that_nobody_sees_yet()
    {
        var import = await school.Import(Cast.Ruth, "/school/import", new SampleCartridge().ToArray());
        var course = await school.Read(db => db.Courses.SingleAsync(c => c.Id == import.CourseId));
        Assert.Equal(("means-and-spread", "Means and spread", "Europe/Oslo", false), (course.Slug, course.Title, course.TimeZone, course.IsPublished));
        Assert.Equal(2, await school.Read(db => db.Modules.CountAsync(m => m.CourseId == course.Id)));
    }

    [Fact]
    public async Task Without_a_file_the_page_says_so() =>
        Assert.Contains("Choose a file first.", await (await (await school.SignIn(Cast.Amara)).PostForm(Page, [])).Content.ReadAsStringAsync());

    private async Task<(int, int, int, int, int, int)> Rows() => await school.Read(async db => (
        await db.Modules.CountAsync(), await db.Activities.CountAsync(), await db.Readings.CountAsync(), await db.Questions.CountAsync(),
        await db.Files.CountAsync(), await db.ImportItems.CountAsync()));
}
