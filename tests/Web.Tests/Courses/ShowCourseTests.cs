using System.Net;
using System.Text.RegularExpressions;
using Lyceum.Data;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Domain.Messages;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Courses;

/// <summary>
/// The page that students are answered with at once, beside the page itself: with a query after the address nothing is taken from what is kept.
/// </summary>
public sealed partial class ShowCourseTests(CoursePageFixture school) : IClassFixture<CoursePageFixture>
{
    private const string AtOnce = "/courses/statistics", Itself = "/courses/statistics?enrolled=false";

    [Theory]
    [InlineData(Cast.Mei)]
    [InlineData(Cast.Jonas)]
    [InlineData(Cast.Noah)]
    [InlineData(Cast.Arjun)]
    public async Task It_says_letter_for_letter_what_the_page_itself_says(string who)
    {
        var client = await school.SignIn(who);
        foreach (var minutes in (int[])[0, 1, 15, 76, 24 * 60, 5 * 24 * 60 + 6 * 60, 6 * 24 * 60, 6 * 24 * 60 + 6 * 60 + 20])
        {
            school.Clock.Reset(SchoolFixture.Start - Duration.FromMinutes(40) + Duration.FromMinutes(minutes));
            await SameAsItself(client);
        }
        school.Clock.Reset(SchoolFixture.Start);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("ar")]
    public async Task It_speaks_the_language_of_its_reader(string language)
    {
        var samir = await school.SignInAnew(Cast.Samir);
        await Describe(Cast.Samir, "Samir Haddad", language);
        Assert.Contains($"lang=\"{language}\"", await SameAsItself(samir));
        await Describe(Cast.Samir, "Samir Haddad", "en");
    }

    [Fact]
    public async Task Its_headers_are_those_of_the_page_itself()
    {
        var client = await school.SignIn(Cast.Mei);
        await client.GetAsync(AtOnce);
        using var itself = await client.GetAsync(Itself);
        using var atOnce = await client.GetAsync(AtOnce);
        Assert.Equal(HeadersOf(itself), HeadersOf(atOnce));
    }

    [Fact]
    public async Task What_a_student_has_done_and_been_given_stands_on_their_next_page_and_on_nobody_elses()
    {
        var (hana, lucia) = (await school.SignIn(Cast.Hana), await school.SignIn(Cast.Lucia));
        Assert.DoesNotContain("8.5 of 10", await SameAsItself(hana));
        var before = await SameAsItself(lucia);
        var quiz = await school.Read(db => db.Activities.SingleAsync(one => one.Title == "Checkpoint 9, standard error"));
        await school.Write(db =>
        {
            var progress = ActivityProgress.Begin(quiz, school.People[Cast.Hana], SchoolFixture.Start);
            progress.Finish(SchoolFixture.Start);
            var grade = Grade.For(quiz.Id, quiz.CourseId, school.People[Cast.Hana], SchoolFixture.Start);
            grade.Record(8.5m, isLate: false, needsGrading: false, SchoolFixture.Start);
            grade.Release(SchoolFixture.Start);
            db.AddRange(progress, grade, Notification.New(school.People[Cast.Hana], "A reply", [], "/", SchoolFixture.Start));
        });
        var page = await SameAsItself(hana);
        Assert.Contains("8.5 of 10", page);
        Assert.Contains("1 new message", page);
        Assert.Equal(before, await SameAsItself(lucia));
    }

    [Fact]
    public async Task What_changes_in_a_course_stands_on_the_next_page_of_everybody()
    {
        var (mei, noah) = (await school.SignIn(Cast.Mei), await school.SignIn(Cast.Noah));
        await mei.GetStringAsync(AtOnce);
        await noah.GetStringAsync(AtOnce);
        await Describe(Cast.Amara, "Dr. Amara O.", "en");
        await school.Write(async db => (await db.Modules.AsTracking().SingleAsync(one => one.Title == "Review")).Describe("Looking back", null, null));
        foreach (var client in (HttpClient[])[mei, noah])
        {
            var page = await SameAsItself(client);
            Assert.Contains("Looking back", page);
            Assert.Contains("Dr. Amara O.", page);
        }
    }

    [Fact]
    public async Task Who_was_removed_gets_the_public_page_at_once_and_whose_session_ended_is_a_visitor()
    {
        var lucia = await school.SignInAnew(Cast.Lucia);
        Assert.Contains("Why averages settle down", await lucia.GetStringAsync(AtOnce));
        await school.Write(async db => (await PlaceOf(db, Cast.Lucia)).Remove(SchoolFixture.Start));
        var page = await lucia.GetStringAsync(AtOnce);
        Assert.DoesNotContain("Why averages settle down", page);
        Assert.Contains("You were removed from this course.", page);
        await school.Write(async db => (await PlaceOf(db, Cast.Lucia)).Return(SchoolFixture.Start));
        Assert.Contains("Why averages settle down", await lucia.GetStringAsync(AtOnce));

        await lucia.PostForm(AtOnce, [], "/signout");
        page = await lucia.GetStringAsync(AtOnce);
        Assert.DoesNotContain("Why averages settle down", page);
        Assert.DoesNotContain("Lucía", page);
    }

    [Fact]
    public async Task Its_token_sends_the_forms_of_the_page_and_only_for_this_session()
    {
        var samir = await school.SignInAnew(Cast.Samir);
        await samir.GetStringAsync(AtOnce);
        var token = await samir.TokenOf(AtOnce);
        var other = await school.SignIn(Cast.Jonas);
        await other.GetStringAsync(AtOnce);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.PostAsync("/signout", Form(token))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await samir.PostAsync("/signout", Form(token))).StatusCode);
    }

    [Fact]
    public async Task Letters_that_mark_the_readers_places_are_only_letters_in_a_title()
    {
        await school.AddActivity(ActivityKind.Reading, "Before \uE0000.0.0\uE001 after");
        Assert.Contains("Before &#xE000;0.0.0&#xE001; after", await SameAsItself(await school.SignIn(Cast.Mei)));
    }

    [Fact]
    public async Task A_page_is_kept_until_the_next_time_that_changes_it()
    {
        var outline = await school.Read(async db => await new Data.Courses.CourseOutlines().Of(await db.Courses.SingleAsync(one => one.Slug == "statistics"), db));
        var six = SchoolFixture.Start;
        Assert.Equal(six, CourseSkeletons.NextChange(outline, six - Duration.FromMinutes(30)));
        Assert.Equal(six - Duration.FromMinutes(30), CourseSkeletons.NextChange(outline, six - Duration.FromMinutes(31)));
        Assert.Equal(six + Duration.FromMinutes(75), CourseSkeletons.NextChange(outline, six + Duration.FromMinutes(50)));
        Assert.True(CourseSkeletons.NextChange(outline, six + Duration.FromHours(5)) <= six + Duration.FromHours(6));
    }

    /// <summary>The page without its tokens, which differ each time.</summary>
    private static async Task<string> SameAsItself(HttpClient client)
    {
        var itself = WithoutTokens(await client.GetStringAsync(Itself));
        Assert.Equal(itself, WithoutTokens(await client.GetStringAsync(AtOnce)));
        using var again = await client.GetAsync(AtOnce);
        Assert.NotEqual(true, again.Headers.TransferEncodingChunked);
        Assert.Equal(itself, WithoutTokens(await again.Content.ReadAsStringAsync()));
        return itself;
    }

    private static string WithoutTokens(string page) => Token().Replace(page, "");

    private static string HeadersOf(HttpResponseMessage answer) => string.Join('\n',
        answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Content-Length"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order());

    private static FormUrlEncodedContent Form(string token) => new(new Dictionary<string, string> { ["__RequestVerificationToken"] = token });

    private Task<Enrollment> PlaceOf(SchoolDb db, string who) =>
        db.Enrollments.AsTracking().SingleAsync(one => one.CourseId == school.Statistics.Id && one.PersonId == school.People[who]);

    private async Task Describe(string who, string name, string language)
    {
        await school.Write(async db =>
        {
            var person = await db.People.AsTracking().SingleAsync(one => one.Id == school.People[who]);
            person.Describe(name, person.TimeZone, language);
        });
        school.Services.GetRequiredService<OpenSessions>().ForgetPerson(school.People[who]);
    }

    [GeneratedRegex("CfDJ8[\\w-]+")]
    private static partial Regex Token();
}
