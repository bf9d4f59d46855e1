using System.Net;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Courses;

public sealed class EnrollTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    [Fact]
    public async Task An_open_course_takes_a_newcomer_who_may_undo_it_at_once()
    {
        var slug = await Course(EnrollmentPolicy.Open);
        var leo = await school.SignIn(Cast.Leo);
        Assert.Contains("Free places, open to everybody", await leo.GetStringAsync($"/courses/{slug}"));

        var enrolled = await leo.PostForm($"/courses/{slug}", [], $"/courses/{slug}?handler=Enroll");
        Assert.Equal($"/courses/{slug}?enrolled=true", enrolled.Headers.Location?.ToString());
        Assert.Contains("You are in.", await leo.GetStringAsync($"/courses/{slug}?enrolled=true"));
        Assert.Equal(HttpStatusCode.OK, (await leo.GetAsync($"/courses/{slug}/people")).StatusCode);

        await leo.PostForm($"/courses/{slug}", [], $"/courses/{slug}?handler=Leave");
        Assert.Equal(HttpStatusCode.NotFound, (await leo.GetAsync($"/courses/{slug}/people")).StatusCode);
        await leo.PostForm($"/courses/{slug}", [], $"/courses/{slug}?handler=Enroll");
        Assert.Equal(HttpStatusCode.OK, (await leo.GetAsync($"/courses/{slug}/people")).StatusCode);
    }

    [Fact]
    public async Task Enrolling_twice_at_the_same_moment_is_enrolling_once()
    {
        var slug = await Course(EnrollmentPolicy.Open);
        var leo = await school.SignIn(Cast.Leo);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => leo.PostForm($"/courses/{slug}", [], $"/courses/{slug}?handler=Enroll")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await school.Read(db => db.Enrollments.CountAsync(one => db.Courses.Any(course => course.Id == one.CourseId && course.Slug == slug))));
    }

    [Fact]
    public async Task A_course_by_code_opens_to_the_code_however_it_is_typed_and_to_no_other()
    {
        var slug = await Course(EnrollmentPolicy.Code, "ABCDEFGH");
        var leo = await school.SignIn(Cast.Leo);
        var wrong = await leo.PostForm($"/courses/{slug}", new() { ["Code"] = "ABCD-EFGX" }, $"/courses/{slug}?handler=Enroll");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("This code does not open this course.", await wrong.Content.ReadAsStringAsync());
        var right = await leo.PostForm($"/courses/{slug}", new() { ["Code"] = " abcd-efgh" }, $"/courses/{slug}?handler=Enroll");
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    [Fact]
    public async Task A_course_by_staff_says_so_and_takes_nobody_by_themselves()
    {
        var slug = await Course(EnrollmentPolicy.ByStaff);
        var leo = await school.SignIn(Cast.Leo);
        Assert.Contains("The school enrolls people in this course.", await leo.GetStringAsync($"/courses/{slug}"));
        Assert.Equal(HttpStatusCode.Forbidden, (await leo.PostForm($"/courses/{slug}", [], $"/courses/{slug}?handler=Enroll")).StatusCode);
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_back()
    {
        var slug = await Course(EnrollmentPolicy.Open);
        var visitor = school.Visitor();
        var answer = await visitor.PostForm($"/courses/{slug}", [], $"/courses/{slug}?handler=Enroll");
        Assert.Equal($"/signin?next=%2Fcourses%2F{slug}", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Who_was_removed_reads_why_there_is_no_button()
    {
        var page = await (await school.SignIn(Cast.Zofia)).GetStringAsync("/courses/statistics");
        Assert.Contains("You were removed from this course.", page);
        Assert.DoesNotContain("handler=Enroll", page);
    }

    private async Task<string> Course(EnrollmentPolicy policy, string? code = null)
    {
        var course = Domain.Courses.Course.New($"course-{Guid.NewGuid():N}", "Marine Biology", "teal", "Europe/Oslo", SchoolFixture.Start).Value;
        course.Admit(policy, code);
        course.Publish();
        await school.Write(db => { db.Courses.Add(course); });
        return course.Slug;
    }
}
